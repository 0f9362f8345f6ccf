using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling;

/// <summary>A story with a person's words in it says them, and its pictures show nothing that is no longer said.</summary>
public sealed class StoryEditorTests
{
    private const string Lesson =
        """
        ---
        language: en
        pronunciation: GIF = jif
        ---
        # Making cheese

        Cheese is made of milk. Most of it is made in dairies.

        ## Steps

        1. Warm the milk.
        2. Add the rennet.
        3. Cut the curd.

        ## Prices

        | cheese | price |
        | --- | --- |
        | Brie | 12 |
        | Gouda | 9 |

        Brie is the dearest of the two.
        """;

    [Fact]
    public async Task Edit_Sentence_IsSaidInPlaceOfTheOld()
    {
        var story = await PlanAsync();
        var first = story.Segments[0];

        var edited = Edit(story, new SegmentEdit(first.Id) { Sentences = [first.Sentences[0].Text, "It weighs 2 kg as a GIF."] });

        edited.Segments[0].Sentences[0].Should().Be(first.Sentences[0]);
        edited.Segments[0].Sentences[1].Text.Should().Be("It weighs 2 kg as a GIF.");
        edited.Segments[0].Sentences[1].Spoken.Should().Be("It weighs 2 kilograms as a jif.");
        edited.Segments.Skip(1).Should().BeEquivalentTo(story.Segments.Skip(1));
        edited.NotInVideo.Should().Contain(item => item.What == "Most of it is made in dairies." && item.Because.StartsWith("rewritten"));
    }

    [Fact]
    public async Task Edit_Step_IsShownAsItIsSaid()
    {
        var story = await PlanAsync();
        var steps = story.Segments.Single(segment => segment.Diagram?.Kind == DiagramKind.Steps);

        var edited = Edit(story, new SegmentEdit(steps.Id) { Sentences = ["Warm the milk.", "Stir in the rennet."] });

        edited.Segments.Single(segment => segment.Id == steps.Id).Diagram!.Items.Select(item => (item.Label, item.Sentence))
            .Should().Equal(("Warm the milk", 0), ("Stir in the rennet", 1));
    }

    [Fact]
    public async Task Edit_SegmentWithNumbersOfATable_KeepsTheChart()
    {
        var story = await PlanAsync();
        var chart = story.Segments.Single(segment => segment.Diagram?.Kind is DiagramKind.Bars or DiagramKind.Table);

        var edited = Edit(story, new SegmentEdit(chart.Id) { Sentences = ["Brie costs more."] });

        edited.Segments.Single(segment => segment.Id == chart.Id).Diagram!.Items.Select(item => item.Value).Should().Equal("12", "9");
    }

    [Fact]
    public async Task Edit_SegmentTakenOut_IsListedAndTheOthersKeepTheirIds()
    {
        var story = await PlanAsync();

        var edited = Edit(story, new SegmentEdit("s01") { Sentences = [] });

        edited.Segments.Select(segment => segment.Id).Should().Equal(story.Segments.Skip(1).Select(segment => segment.Id));
        edited.NotInVideo.Should().Contain(item => item.What == "Cheese is made of milk." && item.Because.StartsWith("taken out"));
    }

    [Fact]
    public async Task Edit_Formula_IsSaidAsMathematics()
    {
        var story = await PlanAsync();

        var edited = Edit(story, new SegmentEdit("s01") { Sentences = ["The area is $x^2$."] });

        edited.Segments[0].Sentences[0].Text.Should().Be("The area is x².");
        edited.Segments[0].Sentences[0].Spoken.Should().Be("The area is x squared.");
    }

    [Theory]
    [InlineData("Это по-русски.", "no words")]
    [InlineData("…", "Nothing is said")]
    public async Task Edit_WhatCannotBeSaid_IsRefusedWithTheSegment(string sentence, string reason)
    {
        var story = await PlanAsync();

        FluentActions.Invoking(() => Edit(story, new SegmentEdit("s01") { Sentences = [sentence] }))
            .Should().Throw<StorySourceException>().WithMessage($"*{reason}*").WithMessage("*s01*");
    }

    private static Story Edit(Story story, params SegmentEdit[] edits) =>
        new StoryEditor().Edit(story, edits, Lesson, new Dictionary<string, string>());

    private static Task<Story> PlanAsync() =>
        new LessonPlanner().PlanAsync(new StoryRequest { Source = Lesson, LessonsFolder = "" }, CancellationToken.None);
}
