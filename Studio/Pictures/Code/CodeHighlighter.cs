using TextMateSharp.Grammars;
using TextMateSharp.Registry;

namespace TemporalVideo.Studio.Pictures.Code;

/// <summary>Tells the parts of program code apart by the TextMate grammar of its language; code in an unknown language is plain.</summary>
internal static class CodeHighlighter
{
    private const int TabSize = 4;

    // A line that takes longer is shown plain from there on: grammars can run away on strange input.
    private static readonly TimeSpan LongestLine = TimeSpan.FromSeconds(2);

    // From the grammars' scope names, most telling first.
    private static readonly (string Scope, CodeKind Kind)[] Kinds =
    [
        ("comment", CodeKind.Comment),
        ("punctuation.definition.template-expression", CodeKind.Keyword),
        ("meta.template.expression", CodeKind.Plain),
        ("constant.character.format", CodeKind.Number),
        ("string", CodeKind.Text),
        ("constant", CodeKind.Number),
        ("entity.name.function", CodeKind.Function),
        ("support.function", CodeKind.Function),
        ("meta.function-call.generic", CodeKind.Function),
        ("entity.name.tag", CodeKind.Keyword),
        ("entity.other.attribute-name", CodeKind.Type),
        ("entity.name", CodeKind.Type),
        ("support.type", CodeKind.Type),
        ("support.class", CodeKind.Type),
        ("keyword.operator.assignment", CodeKind.Plain),
        ("keyword.operator.arithmetic", CodeKind.Plain),
        ("keyword.operator.comparison", CodeKind.Plain),
        ("keyword", CodeKind.Keyword),
        ("storage", CodeKind.Keyword),
        ("variable.language", CodeKind.Keyword),
    ];

    private static readonly Lazy<(RegistryOptions Options, Registry Registry)> Grammars = new(() =>
    {
        var options = new RegistryOptions(ThemeName.DarkPlus);
        return (options, new Registry(options));
    });

    private static readonly Lock Gate = new();

    /// <summary>The lines of the code in parts; an empty line has none.</summary>
    /// <param name="code">The code.</param>
    /// <param name="language">Name, alias or file ending of its language, as after a code fence.</param>
    public static IReadOnlyList<IReadOnlyList<CodeSpan>> Highlight(string code, string language)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n').Select(Untabbed).ToList();

        // The registry is not made for several threads.
        lock (Gate)
        {
            var grammar = GrammarOf(language);
            return grammar is null ? [.. lines.Select(line =>
                (IReadOnlyList<CodeSpan>)(line.Length == 0 ? [] : [new CodeSpan(line, CodeKind.Plain)]))] : Read(lines, grammar);
        }
    }

    private static List<IReadOnlyList<CodeSpan>> Read(List<string> lines, IGrammar grammar)
    {
        List<IReadOnlyList<CodeSpan>> read = [];
        IStateStack? state = null;
        foreach (var line in lines)
        {
            var result = grammar.TokenizeLine(line, state, LongestLine);
            state = result.RuleStack;
            List<CodeSpan> spans = [];
            foreach (var token in result.Tokens)
            {
                var (from, to) = (Math.Min(token.StartIndex, line.Length), Math.Min(token.EndIndex, line.Length));
                if (from >= to)
                {
                    continue;
                }

                var span = new CodeSpan(line[from..to], KindOf(token.Scopes));
                if (spans.Count > 0 && spans[^1].Kind == span.Kind)
                {
                    spans[^1] = span with { Text = spans[^1].Text + span.Text };
                }
                else
                {
                    spans.Add(span);
                }
            }

            read.Add(spans);
        }

        return read;
    }

    // The innermost scope that tells something decides.
    private static CodeKind KindOf(IReadOnlyList<string> scopes)
    {
        for (var i = scopes.Count - 1; i >= 0; i--)
        {
            foreach (var (scope, kind) in Kinds)
            {
                if (scopes[i].StartsWith(scope, StringComparison.Ordinal))
                {
                    return kind;
                }
            }

            // Signs around a text or remark belong to it: the scope outside of theirs says so.
        }

        return CodeKind.Plain;
    }

    private static IGrammar? GrammarOf(string language)
    {
        var name = language.Trim().ToLowerInvariant();
        if (name.Length == 0)
        {
            return null;
        }

        var (options, registry) = Grammars.Value;
        var known = options.GetAvailableLanguages().FirstOrDefault(each =>
            each.Id.Equals(name, StringComparison.OrdinalIgnoreCase)
            || (each.Aliases?.Contains(name, StringComparer.OrdinalIgnoreCase) ?? false)
            || (each.Extensions?.Contains($".{name}", StringComparer.OrdinalIgnoreCase) ?? false));
        return known is null ? null : registry.LoadGrammar(options.GetScopeByLanguageId(known.Id));
    }

    private static string Untabbed(string line)
    {
        if (!line.Contains('\t', StringComparison.Ordinal))
        {
            return line;
        }

        var text = new System.Text.StringBuilder();
        foreach (var character in line)
        {
            text.Append(character == '\t' ? new string(' ', TabSize - (text.Length % TabSize)) : character.ToString());
        }

        return text.ToString();
    }
}
