namespace TemporalVideo.Conformance.Tests.Cli;

/// <summary>The official command line says the same of the embedded server as of the real one.</summary>
public sealed class CliTests(CliServers servers) : IClassFixture<CliServers>
{
    public static TheoryData<string> Scripts => new(CliScripts.All.Keys);

    [SkippableTheory]
    [MemberData(nameof(Scripts))]
    public async Task C190_Commands_AnswerAsOnTheRealServer(string script)
    {
        var (embedded, real) = await servers.ClisAsync();
        foreach (var step in CliScripts.All[script])
        {
            var expected = await real.RunAsync(step);
            var actual = await embedded.RunAsync(step);

            CliOutput.Normalize(actual.Output).Should().Be(CliOutput.Normalize(expected.Output), "temporal {0}", step.Arguments);
            actual.ExitCode.Should().Be(expected.ExitCode, "temporal {0}", step.Arguments);
        }
    }
}
