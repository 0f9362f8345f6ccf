namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>How long a sentence takes to speak, without pauses around it.</summary>
internal static class SpeechRate
{
    /// <summary>Share of a planned duration that is speech; the rest is breath between sentences.</summary>
    public const double Fill = 0.85;

    /// <summary>A plan with a smaller share of speech would be padded with silence.</summary>
    public const double LeastFill = 0.80;

    /// <summary>Seconds, by a linear model fitted to measured speech (root mean square error 0.23 s a sentence for flite's <c>rms</c> in
    /// English,
    /// 0.16 s for espeak-ng in German).</summary>
    public static double Seconds(string sentence, string language)
    {
        var model = language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Flite : Espeak;
        var letters = sentence.Count(char.IsLetter);
        var digits = sentence.Count(char.IsDigit);
        var commas = sentence.SkipLast(1).Count(c => c is ',' or ';' or ':' or '–' or '—');
        return model.Base + (letters * model.Letter) + (digits * model.Digit) + (commas * model.Comma);
    }

    private static readonly Model Flite = new(0.475, 0.069, 0.48, 0.225);

    private static readonly Model Espeak = new(0.18, 0.0670, 0.53, 0.28);

    private sealed record Model(double Base, double Letter, double Digit, double Comma);
}
