using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Motion;

/// <summary>Where a layer is at every moment: its entrance, what it does afterwards, and how it follows the camera.</summary>
/// <param name="layer">The layer at rest.</param>
/// <param name="index">Its place in the scene; 0 is the background. Neighbours idle out of step.</param>
/// <param name="cue">When its entrance begins, in seconds.</param>
/// <param name="camera">The camera of the clip.</param>
/// <param name="size">Size of the picture.</param>
/// <param name="turns">When another sentence begins, in seconds, in order: what draws nearer turns then.</param>
internal sealed class LayerMotion(SceneLayer layer, int index, double cue, Camera camera, VideoSize size = VideoSize.Wide,
    IReadOnlyList<double>? turns = null)
{
    private const double EntranceSeconds = 0.6;
    private const double WipeSeconds = 0.9;
    private const double Lift = 46;
    private const double Slide = 320;
    private const double IdleSettles = 1.2;

    private const double ApproachPerSecond = 0.006;
    private const double MostApproach = 0.06;
    private const double StepNearer = 0.045;
    private const double StepSeconds = 1.2;

    /// <summary>A background moves at least this much: with text before it, nothing else may be moving.</summary>
    private const double BackgroundDepth = 0.5;

    /// <summary>Text glides by about a pixel a second, all of it together: unnoticed, but the picture never stands still.</summary>
    private const double TextFollows = 0.15;

    /// <summary>The layer's placement at a time in seconds.</summary>
    public Placement At(double time)
    {
        var entering = Entering(time - cue);
        var (idleX, idleY) = Idle(time);
        var (x, y, scale) = Seen(time, layer.X + entering.X + idleX, layer.Y + entering.Y + idleY, entering.Scale * Approach(time));
        return index == 0 ? Covering(x, y, scale) : new Placement(x, y, scale, entering.Opacity, entering.Revealed);
    }

    private Placement Entering(double since)
    {
        var share = since / EntranceSeconds;
        var shown = Math.Clamp(share * 1.6, 0, 1);
        var rest = 1 - Easing.OutQuint(share);
        return layer.Entrance switch
        {
            LayerEntrance.Fade => new Placement(0, 0, layer.Depth > 0 ? 0.9 + (0.1 * Easing.OutBack(share)) : 1, shown, 1),
            LayerEntrance.Rise => new Placement(0, Lift * (1 - Easing.OutBack(share)), 1, shown, 1),
            LayerEntrance.Drop => new Placement(0, -Lift * (1 - Easing.OutBack(share)), 1, shown, 1),
            LayerEntrance.FromLeft => new Placement(-Slide * rest, 0, 1, shown, 1),
            LayerEntrance.FromRight => new Placement(Slide * rest, 0, 1, shown, 1),
            LayerEntrance.Wipe => new Placement(0, 0, 1, since > 0 ? 1 : 0, Easing.OutCubic(since / WipeSeconds)),
            _ => new Placement(0, 0, 1, 1, 1),
        };
    }

    private (double X, double Y) Idle(double time)
    {
        var since = Math.Max(0, time - cue - (layer.Entrance == LayerEntrance.None ? 0 : EntranceSeconds));
        var swell = layer.Entrance == LayerEntrance.None ? 1 : Easing.InOutSine(since / IdleSettles);
        var phase = index * 1.9;
        return layer.Idle switch
        {
            LayerIdle.Float => (0, swell * 9 * Math.Sin((since * Math.Tau / 4.2) + phase)),
            LayerIdle.Sway => (swell * 9 * Math.Sin((since * Math.Tau / 5) + phase),
                swell * 3 * Math.Sin((since * Math.Tau / 2.5) + phase)),
            LayerIdle.Drift => (swell * 14 * since, 0),
            _ => (0, 0),
        };
    }

    /// <summary>
    /// A picture of the lesson's own grows all the time that it is seen, and shrinks again from the next sentence on: nothing else in it
    /// moves.
    /// </summary>
    private double Approach(double time)
    {
        if (layer.Idle != LayerIdle.Approach)
        {
            return 1;
        }

        var (near, from, direction) = (0.0, cue, 1);
        foreach (var turn in (turns ?? []).Where(turn => turn > cue && turn < time))
        {
            near = Math.Clamp(near + (direction * ApproachPerSecond * (turn - from)), 0, MostApproach);
            (from, direction) = (turn, -direction);
        }

        return 1 + Math.Clamp(near + (direction * ApproachPerSecond * Math.Max(0, time - from)), 0, MostApproach);
    }

    /// <summary>Nearer with the second sentence, back with the third: what stands while several are spoken changes with each.</summary>
    private double Step(double time) => layer.Idle != LayerIdle.Step ? 1
        : 1 + (StepNearer * (turns ?? []).Index().Sum(turn =>
            (turn.Index % 2 == 0 ? 1 : -1) * Easing.InOutSine((time - turn.Item) / StepSeconds)));

    /// <summary>The layer as the camera sees it: near layers shift and grow more than far ones. Text keeps its size and hardly
    /// shifts.</summary>
    private (double X, double Y, double Scale) Seen(double time, double x, double y, double entranceScale)
    {
        var depth = index == 0 ? Math.Max(layer.Depth, BackgroundDepth) : layer.Depth;
        var follows = Math.Max(depth, TextFollows);
        var grown = (1 + (depth * camera.Nearness(time))) * Step(time);
        var (shiftX, shiftY) = camera.Shift(time);
        var centreX = Grow(x + (layer.Width / 2.0), size.Width() / 2.0, grown) + (follows * shiftX);
        var centreY = Grow(y + (layer.Height / 2.0), size.Height() / 2.0, grown) + (follows * shiftY);
        var scale = grown * entranceScale;
        return (centreX - (layer.Width * scale / 2), centreY - (layer.Height * scale / 2), scale);
    }

    private static double Grow(double position, double centre, double factor) => centre + ((position - centre) * factor);

    /// <summary>Keeps the background over the whole canvas, whatever its margins are.</summary>
    private Placement Covering(double x, double y, double scale)
    {
        var enough = Math.Max(scale, Math.Max((double)size.Width() / layer.Width, (double)size.Height() / layer.Height));
        return new Placement(
            Math.Clamp(x, size.Width() - (layer.Width * enough), 0), Math.Clamp(y, size.Height() - (layer.Height * enough), 0),
                enough, 1, 1);
    }
}
