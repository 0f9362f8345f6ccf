namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Collects blocks under their headings.</summary>
/// <param name="title">The title that the front matter names.</param>
/// <param name="roles">The role of each line that has one.</param>
internal sealed class SectionBuilder(string? title, IReadOnlyDictionary<int, SectionRole> roles)
{
    private readonly List<(string Heading, SectionRole Role, List<LessonBlock> Blocks)> _sections = [("", SectionRole.Text, [])];
    private string? _heading;
    private SectionRole _headingRole;

    /// <summary>The title of the lesson: as named, else its first heading of the first level, else its first heading.</summary>
    public string Title => title?.Trim() is { Length: > 0 } named ? named : _heading ?? _sections.Select(section => section.Heading).FirstOrDefault(heading => heading.Length > 0) ?? "";

    public IReadOnlyList<LessonSection> Sections =>
        [.. _sections.Where(section => section.Blocks.Count > 0 || section.Heading.Length > 0)
            .Select(section => new LessonSection(section.Heading, section.Blocks, section.Role))];

    public void Head(int line, string text, int level)
    {
        if (level == 1 && _heading is null && _sections.Count == 1 && _sections[0].Blocks.Count == 0)
        {
            _heading = text;
            return;
        }

        _headingRole = LessonMarkup.RoleOf(text);
        _sections.Add((text, RoleAt(line), []));
    }

    public void Add(int line, IReadOnlyList<LessonBlock> blocks)
    {
        if (blocks.Count == 0)
        {
            return;
        }

        var role = RoleAt(line);
        if (role != _sections[^1].Role)
        {
            // A container begins or ends under a heading: what it holds keeps the heading, but not the role of what surrounds it.
            _sections.Add((_sections[^1].Heading, role, []));
        }

        _sections[^1].Blocks.AddRange(blocks);
    }

    private SectionRole RoleAt(int line) => roles.TryGetValue(line, out var role) ? role : _headingRole;
}
