using TemporalVideo.Tests.Support;

namespace TemporalVideo.Starter.Tests.Commands;

/// <summary>The script <c>./run</c> takes what is no command for a lesson, and builds when a room has changed.</summary>
public sealed class RunScriptTests
{
    private static readonly string Script = File.ReadAllText(Path.Combine(TestPaths.RepositoryRoot, "run"));

    [Fact]
    public void Run_EveryCommandOfTheStarter_IsPassedOn()
    {
        var passedOn = Script.Split('\n').Where(line => line.Contains("exec \"$starter\" \"$@\"", StringComparison.Ordinal))
            .SelectMany(line => line.Split(')')[0].Trim().Split('|'));

        StarterCommandLine.Build().Subcommands.Select(command => command.Name).Should().BeSubsetOf(passedOn);
    }

    [Fact]
    public void Run_EveryRoomOfTheStarter_IsLookedAtForChanges()
    {
        var rooms = Directory.EnumerateDirectories(TestPaths.RepositoryRoot)
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any()).Select(Path.GetFileName);
        var watched = Script[(Script.IndexOf("\"$root\"/{", StringComparison.Ordinal) + 9)..].Split('}')[0].Split(',');

        rooms.Should().BeSubsetOf(watched);
    }
}
