using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling;

/// <summary>Another take of a segment: a new picture or speech of the same words, or one that there is.</summary>
public sealed class TakeChangesTests
{
    private const string Lesson =
        """
        # Rainbows

        ## What is a rainbow?

        A rainbow is sunlight that raindrops bend.

        ## What happens in a drop

        1. Light enters the drop.
        2. It is reflected.

        ## Where to look

        Stand with the sun behind you. Look at the rain.
        """;

    private static readonly StoryChanges Changes = new(new StoryEditor());

    [Fact]
    public async Task New_DrawnScene_IsLaidOutInAWayThatNoTakeHas()
    {
        var before = await PlanAsync();
        var after = Apply(before, Drawn(before), Another("s03"));

        after.Segments[2].Should().Be(before.Segments[2] with { Take = after.Segments[2].Take });
        after.Segments[2].Take.Should().Be(new PictureTake { Number = 2, Layout = 1 });
        after.Segments[1].Should().Be(before.Segments[1]);
        var again = Apply(after, Drawn(after, Take(before, 2, shown: false)), Another("s03"));
        again.Segments[2].Take.Should().Be(new PictureTake { Number = 3, Layout = 2 });
    }

    [Fact]
    public async Task New_AllLayoutsTaken_IsRefusedAndSaysWhatWouldHelp()
    {
        var before = await PlanAsync();
        var all = Enumerable.Range(0, 9).Select(layout => Take(before, 2, layout == 0) with
        {
            Number = layout + 1,
            Segment = before.Segments[2] with { Take = new PictureTake { Number = layout + 1, Layout = layout } },
        });
        var takes = Drawn(before, [.. all]);

        Refusal(before, takes, Another("s03")).Should().Contain("all 3 ways").And.Contain("choose one of its takes").And.Contain("paints");
        Refusal(before, takes, Another("s02")).Should().Contain("its diagram").And.Contain("say what it is to show");
        Apply(before, takes with { ArePainted = true, Order = "two" }, Another("s03")).Segments[2].Take.Should()
            .Be(new PictureTake { Number = 10, Ordered = "two/10" });
    }

    [Fact]
    public async Task New_PaintedScene_IsOrderedByItsOwnName()
    {
        var before = await PlanAsync();
        var takes = Drawn(before) with { ArePainted = true, Order = "two" };

        Apply(before, takes, Another("s03")).Segments[2].Take!.Ordered.Should().Be("two/2");
        Apply(before, takes with { Order = "three" }, Another("s03")).Segments[2].Take!.Ordered.Should().Be("three/2");
        Refusal(before, takes, Another("s02")).Should().Contain("its diagram", "no service paints the lesson's data");
    }

    [Fact]
    public async Task Chosen_TakeOfAnotherPicture_BringsBackWhatThatShowed()
    {
        var before = await PlanAsync();
        var shown = Apply(before, Drawn(before), new StoryChange
        {
            Change = StoryChangeKind.Picture,
            SegmentId = "s02",
            Show = "prism",
        });
        shown.Segments[1].Take.Should().Be(new PictureTake { Number = 2 }, "the picture of before stays as take 1");
        var takes = Drawn(shown, Take(before, 1, shown: false));

        var after = Apply(
            shown with { Segments = [.. shown.Segments.Select(segment => segment with { Voice = "another" })] }, takes, Chosen("s02", 1));

        after.Segments[1].Should().BeEquivalentTo(before.Segments[1] with
        {
            Voice = "another",
            Drawn = "scene:s02-1",
            Take = new PictureTake { Number = 1, Last = 2 },
        });
        PictureTake.After(after.Segments[1].Take).Number.Should().Be(3, "number 2 is another picture's");
    }

    [Fact]
    public async Task Parts_OfAChosenTake_AreItsClipAlone()
    {
        var before = await PlanAsync();
        var takes = Drawn(before, Take(before, 2, shown: false) with { Number = 2 });

        var chosen = ForkedSegment.Of(before, Apply(before, takes, Chosen("s03", 2)), ForkStep.Changes, takes);
        var another = ForkedSegment.Of(before, Apply(before, takes, Another("s03")), ForkStep.Changes, takes);

        chosen.Select(part => (part.Take, part.Picture, part.Narration, part.Clip))
            .Should().Equal((null, false, false, false), (null, false, false, false), (2, false, false, true));
        chosen[2].Kept.Select(take => take.Number).Should().Equal(1);
        another.Select(part => (part.Take, part.Picture, part.Narration, part.Clip))
            .Should().Equal((null, false, false, false), (null, false, false, false), (null, true, false, true));
        another[2].Kept.Select(take => take.Number).Should().Equal(1, 2);
    }

    [Fact]
    public async Task Parts_MoreTakesThanAreKept_LoseTheOldestThatIsNotShown()
    {
        var before = await PlanAsync();
        var shown = before with
        {
            Segments = [.. before.Segments.SkipLast(1), before.Segments[2] with { Take = new PictureTake { Number = 1, Last = 10 } }],
        };
        var takes = Drawn(shown, [.. Enumerable.Range(2, 9).Select(number => Take(before, 2, shown: false) with { Number = number })]) with
        {
            ArePainted = true,
        };

        var untouched = ForkedSegment.Of(shown, shown, ForkStep.Changes, takes)[2];
        var another = ForkedSegment.Of(shown, Apply(shown, takes, Another("s03")), ForkStep.Changes, takes)[2];
        var retold = ForkedSegment.Of(shown, Apply(shown, takes, Retold), ForkStep.Changes, takes)[2];

        untouched.Gone.Should().BeNull();
        untouched.Kept.Should().HaveCount(9);
        (another.Gone!.Single(), another.Kept.Count).Should().Be((1, 9));
        (retold.Gone!.Count, retold.Kept.Count).Should().Be((9, 0), "takes are of their words");
    }

    [Fact]
    public async Task Voice_SpokenAnewAndAsBefore_KeepsTheOrdersOfAllTakes()
    {
        var before = await PlanAsync();
        var anew = new StoryChange { Change = StoryChangeKind.Take, Of = TakeOf.Voice, SegmentId = "s03" };

        var two = Apply(before, StoryTakes.None with { Order = "two" }, anew);
        var three = Apply(two, StoryTakes.None with { Order = "three" }, anew);
        var first = Apply(three, StoryTakes.None, anew with { Take = 1 });

        two.Segments[2].VoiceTake!.Ordered.Should().Be("two/voice/2");
        three.Segments[2].VoiceTake!.Ordered.Should().Be("three/voice/3");
        (first.Segments[2].VoiceTake!.Ordered, first.Segments[2].VoiceTake!.Orders.Count).Should().Be((null, 2));
        Apply(first, StoryTakes.None, anew with { Take = 2 }).Segments[2].VoiceTake!.Ordered.Should().Be("two/voice/2");
        ForkedSegment.Of(before, two, ForkStep.Changes).Select(part => (part.Picture, part.Narration))
            .Should().Equal((false, false), (false, false), (false, true));
        ForkedSegment.Of(before, two, ForkStep.Changes)[2].IsHeardBefore.Should().BeFalse("it is paid for");
        ForkedSegment.Of(three, first, ForkStep.Changes)[2].IsHeardBefore.Should().BeTrue("it was paid for");
        Refusal(before, StoryTakes.None, anew with { Take = 4 }).Should().Contain("there are 1 to 1");
        Apply(two, StoryTakes.None, Retold).Segments[2].VoiceTake.Should().BeNull("its words are others");
    }

    public static TheoryData<StoryChange, string> Impossible => new()
    {
        { Another("s09"), "no segment 's09'" },
        { Chosen("s01", 1), "shows take 1 already" },
        { Chosen("s01", 3), "there is no take 3 of s01; there are 1 (shown)" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task Apply_WhatCannotBe_SaysWhichChangeAndWhy(StoryChange change, string because)
    {
        var before = await PlanAsync();

        Refusal(before, Drawn(before), change).Should().StartWith("Change 1 (take)").And.Contain(because);
    }

    [Fact]
    public async Task Apply_NothingIsDrawnYet_SaysSo()
    {
        var before = await PlanAsync();

        Refusal(before, StoryTakes.None, Another("s01")).Should().Contain("no picture of s01");
        Refusal(before, Drawn(before), Retold, Another("s03")).Should().Contain("with these words yet");
    }

    private static StoryChange Retold => new()
    {
        Change = StoryChangeKind.Text,
        SegmentId = "s03",
        Sentences = ["Look at the rain."],
    };

    private static StoryChange Another(string id) => new() { Change = StoryChangeKind.Take, SegmentId = id };

    private static StoryChange Chosen(string id, int number) => Another(id) with { Take = number };

    /// <summary>Each segment is drawn and shown; of some there are other takes.</summary>
    private static StoryTakes Drawn(Story story, params SegmentTake[] others) => new()
    {
        Kept = story.Segments.Select((segment, index) => Take(story, index, shown: true)).Concat(others)
            .GroupBy(take => take.Segment.Id)
            .ToDictionary(
                group => group.Key,
                group => (IReadOnlyList<SegmentTake>)[.. group.DistinctBy(take => take.Number).OrderBy(take => take.Number)]),
    };

    private static SegmentTake Take(Story story, int index, bool shown)
    {
        var segment = story.Segments[index];
        var number = segment.Take?.Number ?? 1;
        return new SegmentTake
        {
            Number = number,
            Shown = shown,
            Stored = true,
            Fingerprint = $"scene:{segment.Id}-{number}",
            Segment = segment,
        };
    }

    private static string Refusal(Story story, StoryTakes takes, params StoryChange[] changes) =>
        FluentActions.Invoking(() => Apply(story, takes, changes)).Should().Throw<StorySourceException>().Which.Message;

    private static Story Apply(Story story, StoryTakes takes, params StoryChange[] changes) =>
        Changes.Apply(story, changes, Lesson, new Dictionary<string, string>(), takes);

    private static Task<Story> PlanAsync() =>
        new LessonPlanner().PlanAsync(new StoryRequest { Source = Lesson, LessonsFolder = "" }, CancellationToken.None);
}
