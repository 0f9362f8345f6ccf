using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Film;

/// <summary>Measures on the pixels of a finished video how far its texts stand out.</summary>
/// <param name="ffmpeg">Takes the frames.</param>
public sealed class ContrastMeter(FfmpegRunner ffmpeg)
{
    // After the last entrance has settled, and before the next scene comes.
    private const double Settles = 1.1;
    private const double Leaves = 0.6;

    /// <summary>The contrasts of all texts, in each scene at one moment when all of it is there.</summary>
    /// <param name="file">The video.</param>
    /// <param name="schedule">When what is said.</param>
    /// <param name="scenes">The scenes by segment.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<TextContrast>> MeasureAsync(
        string file, NarrationSchedule schedule, IReadOnlyDictionary<string, SceneArt> scenes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(scenes);
        using var folder = new TemporaryFolder();
        List<TextContrast> found = [];
        var start = 0.0;
        foreach (var spoken in schedule.Segments)
        {
            if (scenes.GetValueOrDefault(spoken.SegmentId) is { } scene)
            {
                var entered = scene.Layers.Max(layer => layer.Entrance == LayerEntrance.None ? 0 : Cue.Time(layer, spoken, 0));
                var at = Math.Max(0, Math.Min(entered + Settles, spoken.Duration - Leaves));
                var raw = folder.File($"{spoken.SegmentId}.rgb");
                await ffmpeg.RunAsync(
                    ["-ss", FormattableString.Invariant($"{start + at:0.###}"), "-i", file, "-map", "0:v:0",
                        "-frames:v", "1", "-pix_fmt", "rgb24",
                        "-f", "rawvideo", raw], cancellationToken);
                var pixels = await File.ReadAllBytesAsync(raw, cancellationToken);
                found.AddRange(scene.Texts.Concat(Caption(spoken, at, scene.Size)).Select(text => new TextContrast(
                    Math.Round(start + at, 2), text.Text, Math.Round(Of(pixels, scene.Size, text), 2),
                    Math.Round(text.Size / Math.Min(scene.Size.Width(), scene.Size.Height()), 4))));
            }

            start += spoken.Duration;
        }

        return found;
    }

    /// <summary>
    /// WCAG 2 contrast ratio of a text: its pixels, the fewer, with those around them. 1 where nothing stands out.
    /// </summary>
    /// <param name="rgb">The frame.</param>
    /// <param name="size">Its size.</param>
    /// <param name="text">The text and where it stands.</param>
    internal static double Of(ReadOnlySpan<byte> rgb, VideoSize size, SceneText text)
    {
        var (left, right) = (Math.Clamp(text.X, 0, size.Width()), Math.Clamp(text.X + text.Width, 0, size.Width()));
        var (top, bottom) = (Math.Clamp(text.Y, 0, size.Height()), Math.Clamp(text.Y + text.Height, 0, size.Height()));
        List<double> light = [];
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var at = ((y * size.Width()) + x) * 3;
                if (at + 2 < rgb.Length)
                {
                    light.Add(FlashMeter.Luminance(rgb[at], rgb[at + 1], rgb[at + 2]));
                }
            }
        }

        return light.Count == 0 ? 1 : Ratio([.. light.Order()]);
    }

    private static double Ratio(double[] light)
    {
        var split = Split(light);
        if (split is 0 || split == light.Length)
        {
            return 1;
        }

        // The strokes' edges are mixed with the ground: of the text only its strongest pixels count.
        var (dark, bright) = split * 2 < light.Length
            ? (light[split / 4], light[split + ((light.Length - split) / 2)])
            : (light[split / 2], light[split + ((light.Length - split) * 3 / 4)]);
        return (bright + 0.05) / (dark + 0.05);
    }

    /// <summary>How many of the pixels, in order, are the darker kind: where the two kinds differ most from each other (Otsu).</summary>
    private static int Split(double[] light)
    {
        // Lightness, not luminance: the eye tells dark grays apart.
        var levels = light.Select(value => Math.Cbrt(value)).ToArray();
        var (total, sum, best, at) = (levels.Sum(), 0.0, 0.0, 0);
        for (var i = 1; i < levels.Length; i++)
        {
            sum += levels[i - 1];
            var apart = (sum / i) - ((total - sum) / (levels.Length - i));
            var between = (double)i * (levels.Length - i) * apart * apart;
            if (between > best * (1 + 1e-9) && levels[i] > levels[i - 1])
            {
                (best, at) = (between, i);
            }
        }

        return at;
    }

    private static IEnumerable<SceneText> Caption(SpokenSegment spoken, double at, VideoSize size)
    {
        var layout = CaptionLayout.Of(size);
        return SubtitleCues.Of(spoken, layout).Where(cue => cue.Start <= at && at < cue.End).Take(1).Select(cue =>
        {
            var width = (int)AssScript.Width(cue.Lines, layout);
            return new SceneText(string.Join(' ', cue.Lines), (size.Width() - width) / 2,
                layout.Bottom - (cue.Lines.Count * layout.FontSize) - AssScript.EndPadding, width,
                cue.Lines.Count * layout.FontSize, layout.FontSize);
        });
    }
}
