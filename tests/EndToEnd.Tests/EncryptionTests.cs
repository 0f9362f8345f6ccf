using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Temporalio.Client;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>With the encryption switched on, a lesson is read by those who have the key and by nobody else.</summary>
public sealed class EncryptionTests
{
    private const string User = "anna";
    private const string Session = "secret";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Session_EncryptionOn_ItsHistoryTellsNothingOfTheLesson(bool encrypted)
    {
        using var folder = new ProductFolder();
        if (encrypted)
        {
            SwitchOn(folder);
        }

        await using var worker = StarterProcess.Start(folder, "worker");
        await worker.WaitForAsync(line => line.StartsWith("Working for", StringComparison.Ordinal));
        var start = await StarterProcess.RunAsync(
            folder, "start", folder.Lesson, "--seconds", "25", "--user", User, "--session", Session, "--interactive");
        start.Code.Should().Be(0, start.Errors);
        await using (var watch = StarterProcess.Start(folder, "watch", Session, "--user", User, "--json"))
        {
            await watch.WaitForMessageAsync(message =>
                message.Message?.StartsWith("Waiting for approval", StringComparison.Ordinal) == true);
        }

        var history = await HistoryAsync(folder);
        var description = await StarterProcess.RunAsync(folder, "describe", Session, "--user", User);
        var status = await StarterProcess.RunAsync(folder, "status", Session, "--user", User);

        PlainLines(folder).Any(history.Contains).Should().Be(!encrypted, "without encryption the same search finds the lesson");
        history.Should().Contain("PlanStory", "names of activities are no secret, and the search looks at real events");
        description.Output.Should()
            .Contain(Path.GetFileNameWithoutExtension(folder.Lesson), "the command line has the key: {0}", description.Errors);
        status.Output.Should().Contain(TitleOf(folder)).And.Contain("starter approve story");
    }

    private static void SwitchOn(ProductFolder folder)
    {
        var file = Path.Combine(folder.Root, "temporal-dev.yaml");
        var (off, on) =
            ("encryption:\n  enabled: false\n  key_id: \"\"\n  key_file: \"\"",
            "encryption:\n  enabled: true\n  key_id: k1\n  key_file: keys");
        var engine = File.ReadAllText(file);
        engine.Should().Contain(off);
        File.WriteAllText(file, engine.Replace(off, on));
        File.WriteAllText(Path.Combine(folder.Root, "keys"), $"k1: {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
    }

    /// <summary>The bytes of the history as somebody sees them who has no key, letters as they are.</summary>
    private static async Task<string> HistoryAsync(ProductFolder folder)
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions($"127.0.0.1:{folder.Port}"));
        var history = await client.GetWorkflowHandle($"video:{User}:{Session}").FetchHistoryAsync();
        return string.Concat(history.Events.Select(each => Encoding.Latin1.GetString(each.ToByteArray())));
    }

    /// <summary>Beginnings of the lesson's lines, of those that stand in JSON as they are.</summary>
    private static List<string> PlainLines(ProductFolder folder)
    {
        var lines = File.ReadLines(folder.Lesson).Where(line => line.Length > 40).Select(line => line[..30])
            .Where(line => line.All(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or ',' or '.')).ToList();
        lines.Should().NotBeEmpty();
        return lines;
    }

    private static string TitleOf(ProductFolder folder) =>
        File.ReadLines(folder.Lesson).First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..].Trim();
}
