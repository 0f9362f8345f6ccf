using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

/// <summary>A finished video that is poor: its faulty pieces are made again, those alone, and the best is kept.</summary>
public sealed class MendingTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    private static readonly MendPlan Scene = new() { Version = "mended:1", Scenes = [new MendedScene("s02", 1, Painted: false)] };

    [Fact]
    public async Task Run_AcceptableVideo_IsComposedOnce()
    {
        var studio = new FakeStudio { Qualities = new([60]), Mends = Scene };

        await fixture.RunAsync(studio, async handle => (await handle.GetResultAsync()).Quality.Should().Be(60));

        (studio.Count("PlanMends"), studio.Count("StitchClips"), studio.Count("CheckVideo")).Should().Be((0, 1, 1));
        studio.Checked.Should().ContainSingle().Which.Acceptable.Should().Be(60);
    }

    [Fact]
    public async Task Run_PoorVideo_MakesTheFaultySceneAloneAgainAndJoinsAnew()
    {
        var studio = new FakeStudio { Qualities = new([41, 77]), Mends = Scene };

        await fixture.RunAsync(studio, async handle =>
        {
            var result = await handle.GetResultAsync();

            (result.Quality, result.ComposedBy).Should().Be((77, AgentName.Agent5));
            var said = (await handle.QueryAsync(workflow => workflow.Statuses(0))).Select(message => message.Message ?? "").ToList();
            said.Should().Contain("Quality 41 of 100. Made again: the picture of s02").And.Contain("Quality 77 of 100 now, 41 before");
            said.Should().ContainSingle(text => text.StartsWith("32.0 s", StringComparison.Ordinal), "Agent5 ends once (R-A7)");
        });

        studio.Storyboard!.Should().BeEquivalentTo(new { Version = "mended:1", Wishes = Array.Empty<SceneWish>() });
        studio.Drawn.Skip(4).Should().ContainSingle("the other scenes stay");
        studio.Rendered.Skip(4).Should().ContainSingle().Which.SegmentId.Should().Be("s02");
        (studio.Count("StitchClips"), studio.Count("MixMusic"), studio.Count("SpeakSegment")).Should().Be((2, 2, 4));
        studio.Checked.Select(task => (task.Acceptable, task.Before)).Should().Equal((60, null), (null, 41));
    }

    [Theory]
    [InlineData(41)]
    [InlineData(30)]
    public async Task Run_NotBetterThen_IsUndone(int then)
    {
        var studio = new FakeStudio { Qualities = new([41, then, 41]), Mends = Scene };

        await fixture.RunAsync(studio, async handle => (await handle.GetResultAsync()).Quality.Should().Be(41));

        studio.Storyboard!.Wishes.Should().Equal(new SceneWish("s02", "") { Take = 1 });
        studio.Rendered.Skip(4).Select(task => task.SegmentId).Should().Equal("s02", "s02");
        studio.Checked.Last().Should().BeEquivalentTo(new { Acceptable = (int?)null, Before = (int?)null }, "now it is tidied up");
    }

    [Fact]
    public async Task Run_NothingCanBeBetter_KeepsTheVideo()
    {
        var studio = new FakeStudio { Qualities = new([41]) };

        await fixture.RunAsync(studio, async handle => (await handle.GetResultAsync()).Quality.Should().Be(41));

        (studio.Count("PlanMends"), studio.Count("StitchClips"), studio.Count("WriteStoryboard")).Should().Be((1, 1, 1));
    }

    [Theory]
    [InlineData("DrawScene")]
    [InlineData("RenderClip")]
    [InlineData("CheckVideo")]
    public async Task Run_WhatIsMadeAgainFails_TheVideoStaysAndAgent6IsNotAsked(string step)
    {
        var studio = new FakeStudio { Qualities = new([41, 77, 41]), Mends = Scene with { Quieter = 6 } };
        var failed = 0;
        studio.On("PlanMends", () =>
        {
            studio.On(step, () => Interlocked.Exchange(ref failed, 1) == 1 ? Task.CompletedTask
                : throw new Temporalio.Exceptions.ApplicationFailureException(
                    "It broke.", errorType: FailureTypes.ToolFailed, nonRetryable: true));
            return Task.CompletedTask;
        });

        await fixture.RunAsync(studio, async handle =>
        {
            (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent5);
            (await handle.QueryAsync(workflow => workflow.Statuses(0))).Select(message => message.Message ?? "").Should().Contain(
                text => text.StartsWith($"It is not made again: {step}: It broke.", StringComparison.Ordinal));
        });

        studio.Storyboard!.Wishes.Should().Equal(new SceneWish("s02", "") { Take = 1 });
        studio.Mixed.Last().Quieter.Should().Be(0);
        studio.Count("DrawStill").Should().Be(0);
    }

    [Fact]
    public async Task Run_LimitOfRounds_IsKept()
    {
        var studio = new FakeStudio { Qualities = new([41, 42, 43, 44]), Mends = Scene };

        await fixture.RunAsync(
            studio, async handle => (await handle.GetResultAsync()).Quality.Should().Be(43),
            input => input with { Settings = input.Settings with { VideoRounds = 3 } });

        studio.Checked.Select(task => task.Acceptable).Should().Equal(60, 60, null);
    }

    [Theory]
    [InlineData(1, true, 60)]
    [InlineData(2, false, 60)]
    public async Task Run_NoRoundsOrNoScores_IsComposedOnce(int rounds, bool enabled, int acceptable)
    {
        var studio = new FakeStudio { Qualities = new([41]), Mends = Scene };

        await fixture.RunAsync(studio, handle => handle.GetResultAsync(), input => input with
        {
            Settings = input.Settings with
            {
                VideoRounds = rounds,
                Quality = new() { Enabled = enabled, Acceptable = acceptable },
            },
        });

        studio.Checked.Should().ContainSingle().Which.Acceptable.Should().BeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_ScenesThatAPersonHasChosen_Stay(bool isFork)
    {
        var studio = new FakeStudio
        {
            Qualities = new([41]),
            Faulty = [new(PieceKind.Scene, "s02"), new(PieceKind.Music, null)],
        };

        await fixture.RunAsync(
            studio,
            async handle =>
            {
                if (!isFork)
                {
                    await DecisionTests.ApproveAsync(handle, ReviewSubject.Story);
                    await DecisionTests.ApproveAsync(handle, ReviewSubject.Scenes);
                }

                await handle.GetResultAsync();
            },
            input => isFork ? input with { Fork = ForkTests.Origin } : input with { Interactive = true });

        studio.Mended.Should().ContainSingle().Which.Faulty.Should().Equal(new FaultyPiece(PieceKind.Music, null));
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData(3.9, 2)]
    [InlineData(3.5, 1)]
    [InlineData(2.5, 0)]
    public async Task Run_PaintingAnew_StaysWithinTheLimit(double? limit, int expected)
    {
        // Four scenes of 60 cents are painted; what is left is for others.
        var made = 0;
        var studio = new FakeStudio { Qualities = new([41]), Making = name => name == "DrawScene" ? Made() : null };

        await fixture.RunAsync(studio, handle => handle.GetResultAsync(), input => input with
        {
            CostLimit = (decimal?)limit,
            Settings = input.Settings with
            {
                MaxParallel = 1,
                Prices = new PriceList
                {
                    Charged = [PieceKind.Scene],
                    Estimates = new Dictionary<PieceKind, decimal> { [PieceKind.Scene] = 0.6m },
                },
            },
        });

        studio.Mended.Should().ContainSingle().Which.MayPaint.Should().Be(expected);

        Making Made() => new($"step-{made++}", 0.6m);
    }

    [Fact]
    public async Task Run_FlashingFootage_IsLeftOut()
    {
        var studio = new FakeStudio { Qualities = new([41, 77]), Mends = new() { Still = ["s01"] } };

        await fixture.RunAsync(studio, handle => handle.GetResultAsync(), FootageStepTests.Filmed);

        studio.Mended.Should().ContainSingle().Which.Filmed.Should().Equal("s01");
        studio.Rendered.Where(task => task.SegmentId == "s01").Select(task => task.Footage).Should().Equal("footage/s01.mp4", null);
        (studio.Rendered.Count, studio.Count("FilmSegment"), studio.Count("DrawScene")).Should().Be((5, 4, 4));
    }

    [Fact]
    public async Task Run_FilmedSceneThatIsPaintedAnew_IsFilmedAnew()
    {
        var studio = new FakeStudio
        {
            Qualities = new([41, 77]),
            Mends = new() { Version = "mended:1", Scenes = [new MendedScene("s01", 1, Painted: true)] },
        };

        await fixture.RunAsync(studio, handle => handle.GetResultAsync(), FootageStepTests.Filmed);

        (studio.Count("FilmSegment"), studio.Rendered.Count).Should().Be((5, 5));
        studio.Rendered.Last().Footage.Should().Be("footage/s01.mp4");
    }

    [Fact]
    public async Task Run_LoudMusic_IsMixedQuieterAndNothingElseIsMade()
    {
        var studio = new FakeStudio
        {
            Qualities = new([41, 50, 77]),
            Faulty = [new(PieceKind.Music, null)],
            Mends = new() { Quieter = 6 },
        };

        await fixture.RunAsync(
            studio, handle => handle.GetResultAsync(),
            input => input with { Settings = input.Settings with { VideoRounds = 3 } });

        studio.Mixed.Select(task => task.Quieter).Should().Equal(0, 6, 12);
        studio.Mended.Select(task => task.Quieter).Should().Equal(0, 6);
        (studio.Count("DrawScene"), studio.Rendered.Count).Should().Be((4, 4));
    }

    [Fact]
    public async Task Run_PoorVideoOfAgent6_MixesAgainAtMost()
    {
        var studio = new FakeStudio
        {
            Qualities = new([41, 77]),
            Mends = new() { Quieter = 6 },
            Faulty = [new(PieceKind.Scene, "s02"), new(PieceKind.Footage, "s02"), new(PieceKind.Music, null)],
        }.Failing("RenderClip", FailureTypes.ToolFailed);

        await fixture.RunAsync(studio, async handle => (await handle.GetResultAsync()).ComposedBy.Should().Be(AgentName.Agent6));

        studio.Mended.Should().ContainSingle().Which.Faulty.Should().Equal(new FaultyPiece(PieceKind.Music, null));
        studio.Mixed.Select(task => task.Quieter).Should().Equal(0, 6);
    }
}
