using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Spanish and Portuguese nouns before which a number takes its feminine form: "mil doscientas personas".</summary>
internal static partial class FeminineNouns
{
    /// <summary>Whether the first word of what stands behind a number is such a noun, in the plural.</summary>
    public static bool Follow(string after) => Word().Match(after) is { Success: true } word
        && Feminine().IsMatch(word.Groups["noun"].Value) && !Masculine().IsMatch(word.Groups["noun"].Value);

    [GeneratedRegex(@"^[\s\u00A0](?<noun>\p{Ll}{3,})(?!\p{L})")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:as|ciones|siones|dades|tades|ções|sões|agens|ogens|ugens)$"
        + @"|^(?:estrofes|noites|noches|partes|vezes|veces|frases|classes|clases|fases|árvores|aves|torres|pontes|redes|mortes|muertes"
        + @"|fontes|fuentes|calles|serpientes|flores|mulheres|mujeres|imágenes|imagens)$")]
    private static partial Regex Feminine();

    /// <summary>Masculine for all their ending.</summary>
    [GeneratedRegex(@"^(?:d[íi]as|mapas|planetas|cometas|poetas|atletas|pilotas|patriotas|colegas|\p{L}*(?:gramas|dramas|emas"
        + @"|[ií]omas|[ií]ntomas"
        + @"|aromas|diplomas|climas|istas))$")]
    private static partial Regex Masculine();
}
