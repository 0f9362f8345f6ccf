using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Studio.Pictures.Drawing;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>Draws where a video takes place, in layers from far to near. The upper two thirds stay dark and calm enough for white
/// text.</summary>
internal static class Sceneries
{
    public static IReadOnlyList<DrawnLayer> Draw(SceneContext context, double lower = 0) => SceneryChooser.For(context.Story) switch
    {
        SceneryKind.Sky or SceneryKind.Sunset => SkyScenery.Draw(context),
        SceneryKind.Sea => SeaScenery.Draw(context),
        SceneryKind.Space => SpaceScenery.Draw(context),
        SceneryKind.OldTown => TownScenery.Draw(context, old: true, lower),
        SceneryKind.City => TownScenery.Draw(context, old: false, lower),
        SceneryKind.Body => BodyScenery.Draw(context),
        SceneryKind.Laboratory => LaboratoryScenery.Draw(context),
        _ => Backdrops.Dark(context),
    };

    /// <summary>The calm dark ground of a diagram, with the nearest of the scenery at its foot.</summary>
    public static IReadOnlyList<DrawnLayer> Ground(SceneContext context) =>
        [.. Backdrops.Dark(context), .. Draw(context, 85).Skip(1).Where(layer => layer.Depth >= 0.45 && layer.Name != Backdrops.Rings)];

    public static DrawnLayer Far(string name, Sketch sketch, double depth, LayerIdle idle = LayerIdle.None) =>
        new() { Name = name, Sketch = sketch, Depth = depth, Idle = idle };
}
