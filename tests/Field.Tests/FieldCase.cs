using System.Text;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Field.Tests;

/// <summary>
/// A lesson as somebody else would write it, and what is to become of it. A file of <c>tests/Field</c> has the parts <c>== options</c> (may
/// be missing),
/// <c>== lesson</c> and <c>== plan</c>.
/// </summary>
/// <param name="Name">Folder and name of its file, without ending.</param>
/// <param name="Options">What the file says about itself: <c>seconds</c>, <c>verbatim</c>, <c>as</c> (encoding and line ends),
/// <c>topic</c>.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="Plan">What it is to become, in the form of <see cref="FieldPlan"/>.</param>
internal sealed record FieldCase(string Name, IReadOnlyDictionary<string, string> Options, string Lesson, string Plan)
{
    private const string LessonMark = "== lesson\n";
    private const string PlanMark = "\n== plan\n";

    static FieldCase() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Folder { get; } = Path.Combine(TestPaths.RepositoryRoot, "tests", "Field");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.txt", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file)[..^4].Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public string File => FileOf(Name);

    /// <summary>The lesson as it would lie on a disk.</summary>
    public byte[] Bytes
    {
        get
        {
            var forms = Options.GetValueOrDefault("as", "").Split(' ');
            var text = forms.Contains("crlf") ? Lesson.Replace("\n", "\r\n", StringComparison.Ordinal) : forms.Contains("cr")
                ? Lesson.Replace('\n', '\r') : Lesson;
            Encoding encoding = forms.Contains("utf-16") ? Encoding.Unicode
                : forms.Contains("utf-16be") ? Encoding.BigEndianUnicode
                : forms.Contains("windows-1252") ? Encoding.GetEncoding(1252)
                : forms.Contains("shift-jis") ? Encoding.GetEncoding(932)
                : forms.Contains("koi8-r") ? Encoding.GetEncoding("koi8-r")
                : new UTF8Encoding(false);
            return [.. forms.Contains("bom") ? encoding.Equals(new UTF8Encoding(false)) ? Encoding.UTF8.GetPreamble()
                : encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        }
    }

    public static FieldCase Read(string name)
    {
        var text = System.IO.File.ReadAllText(FileOf(name)).Replace("\r\n", "\n", StringComparison.Ordinal);
        var lesson = text.IndexOf(LessonMark, StringComparison.Ordinal);
        var plan = text.IndexOf(PlanMark, StringComparison.Ordinal);
        if (lesson < 0)
        {
            throw new InvalidDataException($"{name}: there is no line '== lesson'.");
        }

        var start = lesson + LessonMark.Length;
        var options = text[..lesson].Split('\n').Where(line => line.Contains(": ", StringComparison.Ordinal))
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        return new FieldCase(name, options, text[start..(plan < 0 ? text.Length : Math.Max(start, plan))], plan < 0 ? ""
            : text[(plan + PlanMark.Length)..].TrimEnd());
    }

    /// <summary>Writes what came out as what is to come out. Who does that has read it, sentence by sentence, against the lesson.</summary>
    public void Write(string plan)
    {
        var text = System.IO.File.ReadAllText(File);
        var at = text.IndexOf(PlanMark, StringComparison.Ordinal);
        System.IO.File.WriteAllText(File, $"{(at < 0 ? text.TrimEnd() : text[..at])}{PlanMark}{plan}\n");
    }

    private static string FileOf(string name) => Path.Combine(Folder, name + ".txt");
}
