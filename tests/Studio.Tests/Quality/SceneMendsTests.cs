using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Quality;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Changing;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Quality;

public sealed class SceneMendsTests
{
    private static readonly QualityEvidence Unlike = WithPoints(QualityReportTests.With("unlike picture"));

    [Fact]
    public async Task Mend_PictureThatFitsNothing_TakesALayoutWithoutIt()
    {
        var mends = Mends(Unlike, layout => layout == 0 ? 0.05 : null);

        (await mends.MendAsync("s01")).Should().BeTrue();

        mends.Story.Segments[0].Take.Should().Be(new PictureTake { Number = 2, Layout = 1 });
        mends.Story.Segments.Skip(1).Should().Equal(Unlike.Story.Segments.Skip(1));
    }

    [Fact]
    public async Task Mend_SeveralLayouts_TakesTheBest()
    {
        var mends = Mends(Unlike, layout => layout == 2 ? 0.7 : 0.05);

        await mends.MendAsync("s01");

        mends.Story.Segments[0].Take!.Layout.Should().Be(2);
    }

    [Fact]
    public async Task Mend_NoLayoutIsBetter_LeavesTheScene()
    {
        var mends = Mends(Unlike, _ => 0.05);

        (await mends.MendAsync("s01")).Should().BeFalse();

        mends.Story.Should().Be(Unlike.Story);
    }

    [Fact]
    public async Task Mend_LayoutThatATakeShowsAlready_IsNotTriedAgain()
    {
        var shown = Take(Unlike.Story.Segments[0], 0) with { Shown = true };
        var tried = Take(Unlike.Story.Segments[0], 1) with { Number = 4 };
        var mends = Mends(Unlike, layout => layout == 1 ? 0.7 : null, shown, tried);

        await mends.MendAsync("s01");

        mends.Story.Segments[0].Take.Should().BeEquivalentTo(new { Number = 5 }).And.NotBeEquivalentTo(new { Layout = 1 });
    }

    [Fact]
    public async Task Mend_FaultThatOnlyTheFilmTells_TakesAnotherLayoutThatIsNoWorse()
    {
        var mends = Mends(WithPoints(QualityReportTests.With("pale text")), layout => layout == 1 ? 0.05 : 0.6);

        (await mends.MendAsync("s01")).Should().BeTrue("the film is measured again");

        mends.Story.Segments[0].Take!.Layout.Should().BeGreaterThan(1, "the first is worse in what is known of it");
    }

    [Theory]
    [InlineData("s02")]
    [InlineData("s09")]
    public async Task Mend_DiagramOrUnknown_StaysAsItIs(string id) => (await Mends(Unlike, _ => null).MendAsync(id)).Should().BeFalse();

    /// <param name="evidence">What is known.</param>
    /// <param name="similarity">How well the pictogram of a layout fits what is said; null: it shows none.</param>
    /// <param name="takes">The takes of s01; none: the one that is shown.</param>
    private static SceneMends Mends(QualityEvidence evidence, Func<int, double?> similarity, params SegmentTake[] takes)
    {
        var story = evidence.Story;
        SegmentLayouts.Of(story, story.Segments[0]).Should().BeGreaterThan(2, "the test is of a segment with several layouts");
        var kept = story.Segments.ToDictionary(segment => segment.Id, segment => (IReadOnlyList<SegmentTake>)
            (segment.Id == "s01" && takes.Length > 0 ? takes : [Take(segment, 0) with { Shown = true }]));
        return new SceneMends(evidence, new StoryTakes { Kept = kept }, (told, index) =>
        {
            var fits = similarity(told.Segments[index].Take!.Layout);
            return Task.FromResult(evidence.Scenes[told.Segments[index].Id] with
            {
                Pictograms = fits is { } value ? [new ShownPictogram("full-moon", "The moon", 0.9) { ToSentence = value }] : [],
            });
        });
    }

    /// <summary>The first segment with points, so that it can be laid out in several ways.</summary>
    private static QualityEvidence WithPoints(QualityEvidence evidence) => evidence with
    {
        Story = SegmentPlaces.Replaced(evidence.Story, evidence.Story.Segments[0] with { KeyPoints = ["Twice a day", "Up and down"] }),
    };

    private static SegmentTake Take(Segment segment, int layout) => new()
    {
        Number = 1,
        Shown = false,
        Stored = true,
        Segment = segment with { Take = layout == 0 ? null : new PictureTake { Number = 4, Layout = layout } },
    };
}
