using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

/// <summary>The pictures that scenes keep to, and what is done when a service does not make them.</summary>
public sealed class ReferenceStepsTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    [Fact]
    public async Task Run_PicturesToPaint_ArePaintedBeforeTheScenesAndCharged()
    {
        var studio = new FakeStudio { Written = 4, ToPaint = ["style", "thing1"] };

        await fixture.RunAsync(studio, async handle =>
        {
            var result = await handle.GetResultAsync();

            result.Cost.Items.Where(item => item.Kind == PieceKind.Reference).Select(item => (item.Agent, item.SegmentId, item.Charged))
                .Should().BeEquivalentTo(new[] { (AgentName.Agent2, "style", 0.01m), (AgentName.Agent2, "thing1", 0.01m) });
            studio.Calls.ToList().LastIndexOf("PaintReference").Should().BeLessThan(studio.Calls.ToList().IndexOf("DrawScene"));
        }, Priced);
    }

    [Fact]
    public async Task Run_PictureThatIsRefused_IsDoneWithoutAndNotCharged()
    {
        var studio = new FakeStudio { Written = 4, ToPaint = ["style"] }
            .Failing("PaintReference", FailureTypes.ProviderRefused, "Not so.");

        await fixture.RunAsync(studio, async handle =>
        {
            var result = await handle.GetResultAsync();

            result.ComposedBy.Should().Be(AgentName.Agent5);
            result.Cost.Items.Should().NotContain(item => item.Kind == PieceKind.Reference);
            (await handle.QueryAsync(workflow => workflow.Statuses(0))).Select(message => message.Message ?? "").Should().Contain(
                text => text.StartsWith("agent2-reference-style: fallback, because", StringComparison.Ordinal));
        }, Priced);
    }

    [Theory]
    [InlineData("MakeReferences", "orchestrator-references", StepChoice.Skip, 0)]
    [InlineData("MakeReferences", "orchestrator-references", StepChoice.Fallback, 0)]
    [InlineData("PaintReference", "agent2-reference-style", StepChoice.Retry, 1)]
    [InlineData("PaintReference", "agent2-reference-style", StepChoice.Skip, 0)]
    public async Task Decide_StepOfTheReferences_WaitsForAPersonAsAnyStep(string activity, string step, StepChoice choice, int charged)
    {
        var studio = new FakeStudio { Written = 4, ToPaint = ["style"] };
        studio.On(activity, () => throw new Temporalio.Exceptions.ApplicationFailureException(
            "The answer is lost.", errorType: FailureTypes.PaymentUnclear, nonRetryable: true));

        await fixture.RunAsync(studio, async handle =>
        {
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Story);
            (await DecisionTests.ParkedAsync(handle)).Should().ContainSingle().Which.Should().BeEquivalentTo(new
            {
                Id = step,
                Options = new[] { StepChoice.Retry, StepChoice.Fallback, StepChoice.Skip, StepChoice.Fail },
            });
            studio.Count("WriteScenes").Should().Be(0);
            if (choice != StepChoice.Retry)
            {
                studio.On("MakeReferences", () => Task.CompletedTask);
            }

            studio.On("SettleCalls", () =>
            {
                studio.On(activity, () => Task.CompletedTask);
                return Task.CompletedTask;
            });
            var decision = new Decision { Choice = choice, Paid = choice == StepChoice.Retry ? false : null };
            await handle.ExecuteUpdateAsync(workflow => workflow.DecideAsync(decision));
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Scenes);

            var result = await handle.GetResultAsync();
            result.Cost.Items.Count(item => item.Kind == PieceKind.Reference).Should().Be(charged);
            if (choice == StepChoice.Retry)
            {
                studio.Settled!.Steps.Should().Equal(new PaidStep(AgentName.Agent2, "style"));
            }
        }, input => Priced(input) with { Interactive = true });
    }

    private static VideoInput Priced(VideoInput input) => input with
    {
        Settings = input.Settings with
        {
            Prices = new PriceList
            {
                Charged = [PieceKind.Reference],
                Estimates = new Dictionary<PieceKind, decimal> { [PieceKind.Reference] = 0.01m },
            },
        },
    };
}
