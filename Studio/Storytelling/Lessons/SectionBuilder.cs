namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>Collects blocks under their headings.</summary>
/// <param name="title">The title that the front matter names.</param>
/// <param name="containers">The container of each line that stands in one.</param>
internal sealed class SectionBuilder(string? title, IReadOnlyDictionary<int, Container> containers)
{
    private readonly List<Draft> _sections = [new("", SectionRole.Text, 0, 1)];
    private string? _first;
    private SectionRole _headingRole;
    private Draft _text = new("", SectionRole.Text, 0, 1);
    private Draft _outer = new("", SectionRole.Text, 0, 1);
    private Container? _within;

    /// <summary>The title of the lesson: as named, else its first heading of the first level, else its first heading.</summary>
    public string Title => Named ?? _first ?? _sections.Select(section => section.Heading).FirstOrDefault(heading => heading.Length > 0)
        ?? "";

    public IReadOnlyList<LessonSection> Sections =>
        [.. _sections.Where(section => section.Blocks.Count > 0 || section.Heading.Length > 0)
            .Select(section =>
                new LessonSection(section.Heading, section.Blocks, section.Role) { Line = section.Line, Level = section.Level })];

    private string? Named => title?.Trim() is { Length: > 0 } named ? named : null;

    public void Head(int line, string text, int level)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (level == 1 && _first is null && _sections.Count == 1 && _sections[0].Blocks.Count == 0 && (Named is null || Same(Named, text)))
        {
            _first = text;
            return;
        }

        var inside = containers.TryGetValue(line, out var container);
        Leave(container);
        var section = new Draft(text, inside ? container!.Role : LessonRoles.Of(text), line, level);
        _sections.Add(section);
        if (!inside || container!.Role == SectionRole.Text)
        {
            _headingRole = section.Role;
            _outer = inside ? _outer : section;
            _text = section;
            _within = inside ? container : null;
        }
    }

    public void Add(int line, IReadOnlyList<LessonBlock> blocks)
    {
        if (blocks.Count == 0)
        {
            return;
        }

        if (Leave(containers.GetValueOrDefault(line)))
        {
            _sections.Add(_text);
        }

        if (_headingRole is SectionRole.Objectives or SectionRole.Questions && blocks[0] is LessonParagraph or LessonTable or LessonQuote
            && !containers.ContainsKey(line) && _sections[^1].Blocks.Any(block => block is LessonList))
        {
            // The list of aims or questions is over: what follows is the lesson again, under its own title.
            _headingRole = SectionRole.Text;
            _text = new Draft("", SectionRole.Text, 0, _text.Level);
            _sections.Add(_text);
        }

        var container = containers.GetValueOrDefault(line);
        var role = container is null || container.Role == SectionRole.Text ? _headingRole : container.Role;
        if (role != _sections[^1].Role)
        {
            // A container begins or ends under a heading: what it holds keeps the heading, but not the role of what surrounds it.
            _sections.Add(role == _headingRole ? _text with { Blocks = [] } : new Draft(Heading(container!.Name), role, line, _text.Level));
        }

        _sections[^1].Blocks.AddRange(blocks);
    }

    /// <summary>The heading in a fence is over with the fence: the lesson goes on under the heading before it.</summary>
    private bool Leave(Container? container)
    {
        if (_within is null || ReferenceEquals(_within, container))
        {
            return false;
        }

        (_within, _headingRole) = (null, _outer.Role);
        _text = _outer with { Blocks = [] };
        return true;
    }

    private static string Heading(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');

    private static bool Same(string one, string other) =>
        one.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)
            .SequenceEqual(other.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private sealed record Draft(string Heading, SectionRole Role, int Line, int Level)
    {
        public List<LessonBlock> Blocks { get; init; } = [];
    }
}
