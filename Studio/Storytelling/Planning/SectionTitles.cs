using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Sees to it that no heading is lost: one that only has headings under it stands before the first of them, one with nothing under
/// it is listed.</summary>
internal static class SectionTitles
{
    private const int Longest = 60;

    /// <summary>The sections that have something under their heading.</summary>
    public static IReadOnlyList<LessonSection> Of(IReadOnlyList<LessonSection> sections, List<LeftOut> leftOut)
    {
        var kept = new List<LessonSection>();
        var above = new List<LessonSection>();
        foreach (var section in sections)
        {
            foreach (var alone in above.Where(parent => parent.Level >= section.Level).ToList())
            {
                above.Remove(alone);
                leftOut.Add(new LeftOut(alone.Line, alone.Heading, "a heading with nothing under it"));
            }

            if (section.Blocks.Count == 0)
            {
                above.Add(section);
                continue;
            }

            var heading = section.Heading;
            foreach (var parent in above.AsEnumerable().Reverse())
            {
                if (parent.Heading.Length + heading.Length + 2 <= Longest)
                {
                    heading = $"{parent.Heading.TrimEnd(':', '.', ' ')}: {heading}";
                }
                else
                {
                    leftOut.Add(new LeftOut(parent.Line, parent.Heading, "there is no room for it beside the heading under it"));
                }
            }

            above.Clear();
            kept.Add(section with { Heading = heading });
        }

        leftOut.AddRange(above.Select(alone => new LeftOut(alone.Line, alone.Heading, "a heading with nothing under it")));
        return kept;
    }
}
