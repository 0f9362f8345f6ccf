using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Changing;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Quality;

/// <summary>
/// Looks for layouts of faulty scenes with which the video gets a better score, before anything is rendered. What only the finished film
/// tells is not known of a layout: a scene that is at fault there gets the layout that is best in all else, and the film is measured again.
/// </summary>
/// <param name="evidence">What is known of the video.</param>
/// <param name="takes">The takes that there are.</param>
/// <param name="draw">Draws a segment of a story.</param>
internal sealed class SceneMends(QualityEvidence evidence, StoryTakes takes, Func<Story, int, Task<SceneArt>> draw)
{
    // What is lost by rounding, so that the same score is not taken for a worse one.
    private const double Slack = 1e-9;

    private QualityEvidence _now = evidence with { Film = null };

    /// <summary>The story, with the other takes of those scenes that have better ones.</summary>
    public Story Story => _now.Story;

    /// <summary>Gives a scene its best layout, where that is better than the one it has.</summary>
    /// <param name="segmentId">The scene's segment.</param>
    /// <returns>Whether it has another one now.</returns>
    public async Task<bool> MendAsync(string segmentId)
    {
        var index = Story.Segments.ToList().FindIndex(segment => segment.Id == segmentId);
        if (index < 0 || !_now.Scenes.ContainsKey(segmentId))
        {
            return false;
        }

        var before = QualityReport.Of(_now);
        var best = before.Faulty.Contains(_now.Scene(index)) ? before.Grade + Slack : before.Grade - Slack;
        QualityEvidence? better = null;
        var segment = Story.Segments[index];
        foreach (var layout in SegmentLayouts.NotShown(Story, segment, takes.Of(segment)))
        {
            var other = await WithAsync(index, layout);
            var grade = QualityReport.Of(other).Grade;
            if (grade > best)
            {
                (best, better) = (grade, other);
            }
        }

        _now = better ?? _now;
        return better is not null;
    }

    private async Task<QualityEvidence> WithAsync(int index, int layout)
    {
        var segment = Story.Segments[index];
        var story = SegmentPlaces.Replaced(Story, segment with
        {
            Drawn = null,
            Take = new PictureTake { Number = takes.NextOf(segment), Layout = layout },
        });
        var scene = await draw(story, index);
        return _now with
        {
            Story = story,
            Scenes = new Dictionary<string, SceneArt>(_now.Scenes) { [segment.Id] = scene },
            Pictograms = new Dictionary<string, IReadOnlyList<ShownPictogram>>(
                _now.Pictograms ?? new Dictionary<string, IReadOnlyList<ShownPictogram>>())
            {
                [segment.Id] = scene.Pictograms,
            },
        };
    }
}
