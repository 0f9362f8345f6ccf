using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling;

/// <summary>A change touches what it is about, and nothing else.</summary>
public sealed class StoryChangesTests
{
    private const string Lesson =
        """
        # Rainbows

        ## What is a rainbow?

        A rainbow is sunlight that raindrops bend.

        ## What happens in a drop

        1. Light enters the drop.
        2. It is reflected.
        3. It leaves the drop.

        ## Where to look

        Stand with the sun behind you. Look at the rain.
        """;

    [Fact]
    public async Task Move_ToTheFront_KeepsEverySegmentAsItIs()
    {
        var (before, after) = await ApplyAsync(On(StoryChangeKind.Move, "s03"));

        Ids(after).Should().Equal("s03", "s01", "s02");
        after.Segments.Should().BeEquivalentTo(before.Segments);
    }

    [Fact]
    public async Task Insert_BehindASegment_HasAnIdThatNoneHad()
    {
        var (before, after) = await ApplyAsync(
            On(StoryChangeKind.Delete, "s03"),
            new StoryChange
            {
                Change = StoryChangeKind.Insert,
                After = "s01",
                Title = "Colours",
                Sentences = ["It has **7** colours."],
            });

        Ids(after).Should().Equal("s01", "s04", "s02");
        after.Segments[1].Sentences[0].Text.Should().Be("It has 7 colours.");
        after.Segments[1].VisualGuidance.Should().Contain("Colours");
        after.Segments[0].Should().Be(before.Segments[0]);
        after.NotInVideo.Should().Contain(item => item.What == "Look at the rain." && item.Because.StartsWith("taken out"));
    }

    [Fact]
    public async Task SplitAndMerge_OfOneSegment_SayTheSameAsBefore()
    {
        var (before, split) = await ApplyAsync(On(StoryChangeKind.Split, "s03") with { At = 1, Title = "Look up" });
        Ids(split).Should().Equal("s01", "s02", "s03", "s04");
        split.Segments[3].Title.Should().Be("Look up");

        var merged = Changes.Apply(split, [On(StoryChangeKind.Merge, "s03")], Lesson, new Dictionary<string, string>());

        merged.Segments[2].Sentences.Should().Equal(before.Segments[2].Sentences);
        merged.NotInVideo.Should().BeEquivalentTo(before.NotInVideo);
    }

    [Fact]
    public async Task Merge_OfTwoDiagrams_SaysWhichPictureIsLost()
    {
        var (_, split) = await ApplyAsync(On(StoryChangeKind.Split, "s02") with { At = 1 });
        var shown = split with
        {
            Segments = [.. split.Segments.Select(segment => segment with { Diagram = new Diagram { Kind = DiagramKind.List } })],
        };

        var merged = Changes.Apply(shown, [On(StoryChangeKind.Merge, "s02")], Lesson, new Dictionary<string, string>());

        merged.NotInVideo.Should().Contain(item => item.What.Contains("picture"));
    }

    [Fact]
    public async Task Picture_InWords_IsDrawnAroundThePictogramThatTheyName()
    {
        var (before, after) = await ApplyAsync(On(StoryChangeKind.Picture, "s02") with { Show = "prism" });

        after.Segments[1].Should().BeEquivalentTo(before.Segments[1] with
        {
            Pictogram = "prism",
            Diagram = null,
            KeyPoints = [],
            GuidedBy = Segment.ByAPerson,
            VisualGuidance = $"prism. {before.Segments[1].VisualGuidance}",
        });
    }

    [Fact]
    public async Task Picture_OfOnesOwn_IsShownEvenInAnOpening()
    {
        var (_, after) = await ApplyAsync(On(StoryChangeKind.Picture, "s01") with { Picture = "key.png", Caption = "A photo" });

        after.Segments[0].Diagram.Should().BeEquivalentTo(
            new Diagram { Kind = DiagramKind.Picture, Picture = "key.png", Caption = "A photo" });
        after.Segments[0].Kind.Should().Be(SegmentKind.Concept);
    }

    public static TheoryData<StoryChange, string> Impossible => new()
    {
        { On(StoryChangeKind.Text, "s09") with { Title = "x" }, "no segment 's09'" },
        { On(StoryChangeKind.Text, "s01"), "give a title" },
        { On(StoryChangeKind.Text, "s01") with { Sentences = [] }, "delete" },
        { On(StoryChangeKind.Text, null!) with { Title = "x" }, "name the segment" },
        { On(StoryChangeKind.Picture, "s01"), "show" },
        { On(StoryChangeKind.Picture, "s01") with { Show = "qwxyz" }, "no pictogram" },
        { On(StoryChangeKind.Move, "s01") with { After = "s01" }, "behind itself" },
        { On(StoryChangeKind.Merge, "s03"), "last" },
        { On(StoryChangeKind.Split, "s01") with { At = 1 }, "one sentence" },
        { On(StoryChangeKind.Split, "s03") with { At = 2 }, "expected 1 to 1" },
        { new StoryChange { Change = StoryChangeKind.Insert, Title = "x" }, "sentences" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task Apply_WhatCannotBe_SaysWhichChangeAndWhy(StoryChange change, string because)
    {
        var apply = () => ApplyAsync(On(StoryChangeKind.Move, "s02"), change);

        (await apply.Should().ThrowAsync<StorySourceException>()).Which.Message.Should().StartWith("Change 2").And.Contain(because);
    }

    [Fact]
    public async Task Parts_OfAForkedStory_AreThoseThatTheChangesConcern()
    {
        var (before, after) = await ApplyAsync(
            On(StoryChangeKind.Voice, "s01") with { Voice = "another" }, On(StoryChangeKind.Move, "s03") with { After = "s01" });

        ForkedSegment.Of(before, after, ForkStep.Changes).Select(part => (part.SegmentId, part.Picture, part.Narration, part.Clip))
            .Should().Equal(("s01", false, true, true), ("s03", false, false, true), ("s02", false, false, true));
        ForkedSegment.Of(before, before, ForkStep.Changes).Should().OnlyContain(part => !part.Clip);
        ForkedSegment.Of(before, before, ForkStep.Videos).Should().OnlyContain(part => part.Clip && !part.Picture && !part.Narration);
        ForkedSegment.Of(before, before, ForkStep.Scenes).Should().OnlyContain(part => part.Clip && part.Picture && part.Narration);
    }

    [Theory]
    [InlineData(StoryChangeKind.Text)]
    [InlineData(StoryChangeKind.Split)]
    [InlineData(StoryChangeKind.Merge)]
    public async Task Recording_WhoseWordsChange_IsListedAsNotInTheVideo(StoryChangeKind change)
    {
        var record = On(StoryChangeKind.Voice, "s02") with { Recording = "key.wav" };
        var (before, recorded) = await ApplyAsync(record);
        var (_, changed) = await ApplyAsync(record, On(change, "s02") with
        {
            At = 1,
            Sentences = change == StoryChangeKind.Text ? ["Light enters and leaves."] : null,
        });

        recorded.Segments[1].Recording.Should().Be("key.wav");
        recorded.NotInVideo.Should().BeEquivalentTo(before.NotInVideo);
        ForkedSegment.Of(before, recorded, ForkStep.Changes).Select(part => (part.Picture, part.Narration))
            .Should().Equal((false, false), (false, true), (false, false));
        changed.Segments.Should().OnlyContain(segment => segment.Recording == null);
        changed.NotInVideo.Should().ContainSingle(item => item.What.StartsWith("The recording of"))
            .Which.Because.Should().Be("its words are others now; a voice speaks them");
    }

    [Fact]
    public async Task Recording_OfASegmentWithAnotherTitle_Stays()
    {
        var (_, after) = await ApplyAsync(
            On(StoryChangeKind.Voice, "s02") with { Recording = "key.wav" },
            On(StoryChangeKind.Text, "s02") with { Title = "In the drop" });

        after.Segments[1].Recording.Should().Be("key.wav");
        after.NotInVideo.Should().NotContain(item => item.What.StartsWith("The recording of"));
    }

    private static StoryChanges Changes { get; } = new(new StoryEditor());

    private static async Task<(Story Before, Story After)> ApplyAsync(params StoryChange[] changes)
    {
        var before = await new LessonPlanner().PlanAsync(
            new StoryRequest { Source = Lesson, LessonsFolder = "" }, CancellationToken.None);
        return (before, Changes.Apply(before, changes, Lesson, new Dictionary<string, string>()));
    }

    private static StoryChange On(StoryChangeKind change, string id) => new() { Change = change, SegmentId = id };

    private static IEnumerable<string> Ids(Story story) => story.Segments.Select(segment => segment.Id);
}
