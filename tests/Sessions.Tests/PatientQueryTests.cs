using Temporalio.Exceptions;

namespace TemporalVideo.Sessions.Tests;

public sealed class PatientQueryTests
{
    private int _asked;

    [Fact]
    public async Task AskAsync_Overtaken_AsksAgain()
    {
        var answer = await PatientQuery.AskAsync(
            () => ++_asked < 3 ? throw new WorkflowQueryFailedException("Query expired") : Task.FromResult(_asked));

        answer.Should().Be(3);
    }

    [Theory]
    [InlineData("Query expired", 10)]
    [InlineData("The handler failed", 1)]
    public async Task AskAsync_KeepsFailing_FailsAfterSoManyTimes(string message, int times)
    {
        var ask = () => PatientQuery.AskAsync<int>(() =>
        {
            _asked++;
            throw new WorkflowQueryFailedException(message);
        });

        (await ask.Should().ThrowAsync<WorkflowQueryFailedException>()).WithMessage(message);
        _asked.Should().Be(times);
    }
}
