namespace TemporalVideo.Starter.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("run lesson.md --seconds 45 --size 9:16 --user anna --session s1 --interactive --cost-limit 0.5 --fail agent5 --json")]
    [InlineData("start \"Why is the sky blue?\" --address cluster:7233 --namespace videos --tls")]
    [InlineData("watch")]
    [InlineData("watch s1 --user anna")]
    [InlineData("list --outcome Finished --limit 5")]
    [InlineData("describe video:anna:s1")]
    [InlineData("status s1")]
    [InlineData("cancel s1")]
    [InlineData("result s1 --json")]
    [InlineData("approve story s1")]
    [InlineData("approve scenes s1 --revise \"a lens\" --segment s02")]
    [InlineData("edit s1 --text \"s02=Light bends.\" --delete s03 --move s04=s01 --quote --json")]
    [InlineData("fork s1 --from scenes --interactive --cost-limit 0.5")]
    [InlineData("ui")]
    [InlineData("dev-server")]
    [InlineData("worker --verbose")]
    [InlineData("doctor")]
    public void Parse_GoodCommandLine_HasNoErrors(string line) => StarterCommandLine.Build().Parse(line).Errors.Should().BeEmpty();

    [Theory]
    [InlineData("run")]
    [InlineData("run a b")]
    [InlineData("run lesson.md --fail agent9")]
    [InlineData("run lesson.md --seconds many")]
    [InlineData("approve songs s1")]
    [InlineData("list --outcome Wonderful")]
    [InlineData("fork s1")]
    [InlineData("fork s1 --from nowhere")]
    [InlineData("dance")]
    public void Parse_WrongCommandLine_HasErrors(string line) => StarterCommandLine.Build().Parse(line).Errors.Should().NotBeEmpty();

    [Theory]
    [InlineData("run lesson-that-is-missing.md")]
    [InlineData("run topic --seconds 10")]
    [InlineData("run topic --seconds NaN")]
    [InlineData("run topic --seconds Infinity")]
    [InlineData("run topic --cost-limit -1")]
    [InlineData("run topic --size 4:3")]
    [InlineData("run config")]
    [InlineData("run topic --user ../x")]
    [InlineData("dance")]
    public async Task RunAsync_WrongUse_ExitsWithItsCode(string line)
    {
        using var folder = new ConfiguredFolder();

        (await StarterCommandLine.RunAsync([.. line.Split(' '), "--root", folder.Root])).Should().Be(ExitCodes.Usage);
    }

    [Theory]
    [InlineData("max_revisions: 5", ExitCodes.Ok)]
    [InlineData("max_revisions: many", ExitCodes.Usage)]
    public async Task RunAsync_ConfigCheck_ExitsByWhatTheFilesSay(string line, int code)
    {
        using var folder = new ConfiguredFolder();
        var file = Path.Combine(folder.Root, "config", "pipelines", "default.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("max_revisions: 5", line));

        (await StarterCommandLine.RunAsync(["config", "check", "--root", folder.Root])).Should().Be(code);
    }

    [Fact]
    public async Task RunAsync_NobodyAtTheAddress_ExitsWithItsCode()
    {
        using var folder = new ConfiguredFolder();

        var nobody = $"127.0.0.1:{TemporalVideo.Tests.Support.FreePort.Next()}";
        (await StarterCommandLine.RunAsync(["list", "--root", folder.Root, "--address", nobody])).Should().Be(ExitCodes.Unreachable);
    }
}
