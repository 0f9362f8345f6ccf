using System.Security.Cryptography;
using System.Text.Json;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>One segment of a finished video is changed: it alone is made again, everything else is the same bytes (R-H7).</summary>
public sealed class ForkTests
{
    private const string Lesson =
        """
        # Rainbows

        ## What is a rainbow?

        A rainbow is sunlight that raindrops bend.

        ## Where to look

        Stand with the sun behind you.

        ## And then

        Look at the rain.
        """;

    [Fact]
    public async Task Edit_TextOfOneSegment_MakesThatOneAndKeepsTheBytesOfTheOthers()
    {
        using var folder = new ProductFolder();
        var lesson = Path.Combine(folder.Root, "rainbows.md");
        await File.WriteAllTextAsync(lesson, Lesson);
        var made = await StarterProcess.RunAsync(folder, "run", lesson, "--user", "anna", "--session", "one", "--json");
        made.Code.Should().Be(0, made.Errors);
        string[] edit = ["edit", "one", "--user", "anna", "--text", "s02=The sun is behind you.", "--json"];
        var quote = await StarterProcess.RunAsync(folder, [.. edit, "--quote"]);
        var quoted = JsonSerializer.Deserialize<JsonElement>(quote.Output).GetProperty("parts").EnumerateArray()
            .Where(part => part.GetProperty("Clip").GetBoolean()).Select(part => part.GetProperty("SegmentId").GetString());

        var edited = await StarterProcess.RunAsync(folder, [.. edit, "--as", "two"]);

        edited.Code.Should().Be(0, edited.Errors);
        quoted.Should().Equal("s02");
        var (before, after) = (Hashes(folder, "one"), Hashes(folder, "two"));
        foreach (var piece in before.Keys.Where(key => !key.Contains("s02")))
        {
            after.Should().Contain(piece, before[piece]);
        }

        before.Keys.Should().Contain(["agent5/clips/s01.mp4", "agent5/clips/s03.mp4", "agent4/s01/sentences.json"]);
        after["agent5/clips/s02.mp4"].Should().NotBe(before["agent5/clips/s02.mp4"]);
        Worked(edited.Output, AgentName.Agent2, "Scene drawn").Should().Be(1);
        Worked(edited.Output, AgentName.Agent5, "Clip ").Should().Be(1);
        await RequireTakesAsync(folder, after);
    }

    /// <summary>Another take of the third segment of "two", and the first one again, without anything being drawn for it.</summary>
    private static async Task RequireTakesAsync(ProductFolder folder, Dictionary<string, string> two)
    {
        var another = await StarterProcess.RunAsync(folder, "edit", "two", "--user", "anna", "--take", "s03", "--json", "--as", "three");
        another.Code.Should().Be(0, another.Errors);
        var chosen = await StarterProcess.RunAsync(folder, "edit", "three", "--user", "anna", "--take", "s03=1", "--json", "--as", "four");
        chosen.Code.Should().Be(0, chosen.Errors);
        var takes = await StarterProcess.RunAsync(folder, "takes", "four", "--user", "anna", "--segment", "s03", "--json");

        var (three, four) = (Hashes(folder, "three"), Hashes(folder, "four"));
        three.Where(piece => !piece.Key.Contains("s03")).Should().BeEquivalentTo(two.Where(piece => !piece.Key.Contains("s03")));
        three["agent5/clips/s03.mp4"].Should().NotBe(two["agent5/clips/s03.mp4"]);
        Worked(another.Output, AgentName.Agent2, "Scene drawn").Should().Be(1);
        four["agent5/clips/s03.mp4"].Should().Be(two["agent5/clips/s03.mp4"], "the clip is of the same picture and speech");
        JsonSerializer.Deserialize<JsonElement>(takes.Output).GetProperty("Pictures").EnumerateArray()
            .Select(take => (take.GetProperty("Number").GetInt32(), take.GetProperty("Shown").GetBoolean()))
            .Should().Equal((1, true), (2, false));
        Stored(folder, "four").Should().BeLessThanOrEqualTo(3 * new FileInfo(PathOf(folder, "four", "agent5/final.mp4")).Length);
    }

    private static string PathOf(ProductFolder folder, string session, string name) =>
        Path.Combine(folder.Root, "out", "store", "scaffold_test", "anna", session, name);

    /// <summary>How many bytes a session has.</summary>
    private static long Stored(ProductFolder folder, string session) =>
        Directory.EnumerateFiles(PathOf(folder, session, ""), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    /// <summary>How many pieces were made, not found.</summary>
    private static int Worked(string output, AgentName agent, string what) => output.Split('\n')
        .Where(line => line.Contains("\"agentnumber\"", StringComparison.Ordinal))
        .Select(line => JsonSerializer.Deserialize<StatusMessage>(line)!)
        .Count(message => message.Agent == agent && message.Message?.StartsWith(what, StringComparison.Ordinal) == true
            && !message.Message.Contains("kept", StringComparison.Ordinal));

    /// <summary>Of what each segment is made of, by its place in the session.</summary>
    private static Dictionary<string, string> Hashes(ProductFolder folder, string session)
    {
        var root = PathOf(folder, session, "");
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(root, file), File: file))
            .Where(item => item.Name.StartsWith("agent2/s") && !item.Name.EndsWith("storyboard.json")
                || item.Name.StartsWith("agent4/s") || item.Name.StartsWith("agent5/clips/"))
            .ToDictionary(item => item.Name, item => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(item.File))));
    }
}
