using Xunit.Abstractions;

namespace TemporalVideo.DevServer.Tests.Faults;

/// <summary>Work of our own client and worker over a bad line ends right, with nothing lost and nothing twice.</summary>
public sealed class FaultTests(FaultRuns runs, ITestOutputHelper output) : IClassFixture<FaultRuns>
{
    [SkippableTheory]
    [InlineData("latency")]
    [InlineData("resets")]
    [InlineData("silence")]
    [InlineData("outage")]
    public async Task C009_C010_C022_BadLine_WorkEndsRight(string fault) => output.WriteLine(await runs.EndedAsync(fault));
}
