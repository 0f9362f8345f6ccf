using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Words;

/// <summary>Short names of journals, "Am. J. Psychiatry", "Proc. Natl. Acad. Sci. USA": their stops end no sentence.</summary>
internal static partial class JournalNames
{
    private const string Word = "(?:J|Am|Ann|Acad|Appl|Assoc|Astron|Astrophys|Biochem|Biol|Br|Bull|Chem|Clin|Comp|Ecol|Econ|Engl"
        + "|Environ|Eur|Exp|Genet|Geophys|Hist|Int|Lett|Lond|Math|Med|Mol|Nat|Natl|Neurosci|Nutr|Pharmacol|Phil|Philos|Phys|Physiol|Proc"
        + "|Psychol|Res|Rev|Sci|Soc|Stat|Theor|Trans)";

    /// <summary>Whether a name goes on behind a stop: another short word follows, or two stand before it and no sentence opens.</summary>
    /// <param name="before">What stands before the stop.</param>
    /// <param name="next">The word behind it.</param>
    /// <param name="opens">Whether that word opens sentences.</param>
    /// <param name="after">All that stands behind the stop.</param>
    public static bool GoOn(string before, string next, bool opens, ReadOnlySpan<char> after) =>
        (EndsInOne().IsMatch(before) && Goes().IsMatch(after)) || (!opens && EndsInTwo().IsMatch(before));

    [GeneratedRegex(@"(?<![\p{L}\p{N}])" + Word + "$")]
    private static partial Regex EndsInOne();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])" + Word + @"\.\s" + Word + "$")]
    private static partial Regex EndsInTwo();

    [GeneratedRegex(@"^[\s.]+" + Word + @"\.\s")]
    private static partial Regex Goes();
}
