using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Formulas;
using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Draws a story as one picture a segment, without making its video: what stands on the screen when everything has entered, and a
/// caption.</summary>
public static class StoryStills
{
    private const double CaptionShare = 1500.0 / 1920;

    /// <summary>Writes <c>SEGMENT.png</c>, in the size of the story, for each segment.</summary>
    /// <param name="story">The story.</param>
    /// <param name="folder">Receives the files; is made when it is not there. Files of the same name are replaced.</param>
    /// <param name="cancellationToken">Stops the drawing.</param>
    /// <returns>The files, in playing order.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static async Task<IReadOnlyList<string>> DrawAsync(Story story, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        await FormulaSetter.PrepareAsync(story, cancellationToken);
        return await Task.Run<IReadOnlyList<string>>(
            () =>
            {
                Directory.CreateDirectory(folder);
                var files = story.Segments.Select(segment => Path.Combine(folder, $"{segment.Id}.png")).ToList();
                var chooser = PictogramChooser.For(story.Language);
                var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken };
                Parallel.For(0, files.Count, options, i => Draw(new SceneContext(story, i, chooser), files[i]));
                return files;
            },
            cancellationToken);
    }

    private static void Draw(SceneContext context, string file)
    {
        var sketches = CompositionChooser.Compose(context).Select(layer => layer.Sketch);
        Rasteriser.Draw([.. sketches, Caption(context.Canvas, context.SentenceAt(0))], context.Canvas.View, file);
    }

    // Where the video's captions stand: the first one of the segment, broken as the video breaks it.
    private static Sketch Caption(Canvas canvas, string sentence)
    {
        if (sentence.Length == 0)
        {
            return new Sketch();
        }

        var spoken = new SpokenSegment { SegmentId = "", Duration = 60, Sentences = [new SpokenSentence(sentence, 0, 60)] };
        var captions = CaptionLayout.Of(canvas.Size);
        var first = SubtitleCues.Of(spoken, captions)[0];
        var text = Typesetter.Fit(string.Join(' ', first.Lines), FontStyle.Medium, 48, 40, canvas.Width * CaptionShare,
            Math.Max(2, first.Lines.Count));
        var top = captions.Bottom + 8 - text.Height;
        return new Sketch()
            .Rect(text.Extent(canvas.Width / 2, top, TextAlign.Center).Grow(16), 10, "#101018", 0.85)
            .Text(text, canvas.Width / 2, top, Palette.White, "#101018", TextAlign.Center);
    }
}
