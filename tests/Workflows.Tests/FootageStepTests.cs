using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

/// <summary>Moving pictures that a service makes of painted scenes, and what is done when it does not.</summary>
public sealed class FootageStepTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    [Fact]
    public async Task Run_SceneWithAPainting_IsFilmedChargedAndRendered()
    {
        var studio = new FakeStudio();

        await fixture.RunAsync(studio, async handle =>
        {
            var result = await handle.GetResultAsync();

            studio.Count("FilmSegment").Should().Be(studio.Rendered.Count);
            studio.Rendered.Where(task => task.Footage is not null).Should().ContainSingle()
                .Which.Should().BeEquivalentTo(new { SegmentId = "s01", Footage = "footage/s01.mp4" });
            result.Cost.Items.Where(item => item.Kind == PieceKind.Footage).Should().ContainSingle()
                .Which.Should().BeEquivalentTo(new { Agent = AgentName.Agent5, SegmentId = "s01", Charged = 0.8m });
        }, Filmed);
    }

    [Fact]
    public async Task Run_NobodyFilms_IsNotAsked()
    {
        var studio = new FakeStudio();

        await fixture.RunAsync(studio, async handle =>
        {
            await handle.GetResultAsync();

            studio.Count("FilmSegment").Should().Be(0);
        });
    }

    [Fact]
    public async Task Run_ServiceRefuses_PaintingStaysAndAgent5GoesOn()
    {
        var studio = new FakeStudio().Failing("FilmSegment", FailureTypes.ProviderRefused, "Not so.");

        await fixture.RunAsync(studio, async handle =>
        {
            var result = await handle.GetResultAsync();

            result.ComposedBy.Should().Be(AgentName.Agent5);
            studio.Rendered.Should().NotBeEmpty().And.OnlyContain(task => task.Footage == null);
            result.Cost.Items.Should().NotContain(item => item.Kind == PieceKind.Footage);
            (await handle.QueryAsync(workflow => workflow.Statuses(0))).Select(message => message.Message ?? "").Should().Contain(
                text => text.StartsWith("agent5-footage-s01: fallback, because", StringComparison.Ordinal));
        }, Filmed);
    }

    [Theory]
    [InlineData(StepChoice.Skip)]
    [InlineData(StepChoice.Fallback)]
    public async Task Decide_FootageThatFailed_GoesOnWithThePaintingAndNotWithAgent6(StepChoice choice)
    {
        var studio = new FakeStudio();
        var refused = 0;
        studio.On("FilmSegment", () => Interlocked.Exchange(ref refused, 1) == 1 ? Task.CompletedTask
            : throw new Temporalio.Exceptions.ApplicationFailureException(
                "It was refused.", errorType: FailureTypes.ProviderRefused, nonRetryable: true));

        await fixture.RunAsync(studio, async handle =>
        {
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Story);
            await DecisionTests.ApproveAsync(handle, ReviewSubject.Scenes);
            (await DecisionTests.ParkedAsync(handle)).Should().ContainSingle().Which.Options.Should().Equal(
                StepChoice.Retry, StepChoice.Fallback, StepChoice.Skip, StepChoice.Fail);

            await handle.ExecuteUpdateAsync(workflow => workflow.DecideAsync(new Decision { Choice = choice }));

            (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent5);
        }, input => Filmed(input) with { Interactive = true });
    }

    /// <summary>The order with a service that films, for 80 cents a scene.</summary>
    internal static VideoInput Filmed(VideoInput input) => input with
    {
        Settings = input.Settings with
        {
            ServiceTaskQueues = new Dictionary<PieceKind, string> { [PieceKind.Footage] = input.Settings.RenderTaskQueue },
            Prices = new PriceList
            {
                Charged = [PieceKind.Footage],
                Estimates = new Dictionary<PieceKind, decimal> { [PieceKind.Footage] = 0.8m },
            },
        },
    };
}
