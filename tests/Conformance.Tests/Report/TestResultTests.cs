using TemporalVideo.ConformanceReport;

namespace TemporalVideo.Conformance.Tests.Report;

public sealed class TestResultTests
{
    [Theory]
    [InlineData("N.C073_Changed_IsFound", "C-073")]
    [InlineData("N.C049_C050_Task_TimesOut(kind: Real)", "C-049", "C-050")]
    [InlineData("N.T.Replays(name: \"C-180 timers\")", "C-180")]
    [InlineData("N.C073_One(about: \"C-073\")", "C-073")]
    [InlineData("N.ABC073_NoId")]
    [InlineData("N.C0731_NoId")]
    public void Ids_AreThoseInTheName(string name, params string[] expected) => Of(name).Ids.Should().Equal(expected);

    [Theory]
    [InlineData("TemporalVideo.DevServer.Tests.TimerTests.C125_Fires(kind: Real)", TestedServer.Real)]
    [InlineData("TemporalVideo.DevServer.Tests.TimerTests.C125_Fires(policy: Abandon, kind: Embedded)", TestedServer.Embedded)]
    [InlineData("TemporalVideo.DevServer.Tests.TimerTests.C125_Unit", TestedServer.Embedded)]
    [InlineData("N.ReplayTests+OnRealServer.C088_Evicted(cacheSize: 0)", TestedServer.Real)]
    [InlineData("N.ReplayTests+OnEmbeddedServer.C088_Evicted(cacheSize: 0)", TestedServer.Embedded)]
    [InlineData("TemporalVideo.DevServer.Tests.Testing.TimeSkippingTests.C200_Jumps", TestedServer.Embedded)]
    [InlineData("N.CliTests.C190_Commands_AnswerAsOnTheRealServer(script: \"batch\")", TestedServer.Both)]
    [InlineData("N.SameOnBothServersTests.C195_Events_SayTheSame(on: TypeScript, name: \"timer\")", TestedServer.Both)]
    [InlineData("N.FaultTests.C009_BadLine_WorkEndsRight(fault: \"resets of the real server\")", TestedServer.Real)]
    [InlineData("TemporalVideo.DevServer.Tests.Durability.WorkerKillTests.C124_Killed_GoesOn", TestedServer.Embedded)]
    [InlineData("N.FilterErrorTests.C189_Invalid_IsRefusedByTheRealServerAlike(query: \"x\")", TestedServer.Real)]
    public void Server_IsSaidByTheName(string name, TestedServer expected) => Of(name).Server.Should().Be(expected);

    private static TestResult Of(string name) => new(name, TestOutcome.Passed);
}
