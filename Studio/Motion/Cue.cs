using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Studio.Motion;

/// <summary>When layers come into the picture.</summary>
internal static class Cue
{
    /// <summary>The eye should be there just before the ear.</summary>
    private const double Ahead = 0.15;
    private const double LastMomentBeforeEnd = 1.5;

    /// <summary>The time, in seconds of the clip, at which a layer's entrance begins.</summary>
    /// <param name="layer">The layer; a sentence beyond the last is taken as the last.</param>
    /// <param name="spoken">The narration.</param>
    /// <param name="earliest">Nothing enters before this time, such as while a transition covers the picture.</param>
    public static double Time(SceneLayer layer, SpokenSegment spoken, double earliest)
    {
        if (layer.Entrance == LayerEntrance.None)
        {
            return 0;
        }

        var latest = Math.Max(0, spoken.Duration - LastMomentBeforeEnd);
        return Math.Min(Math.Max(Said(layer, spoken) - Ahead, earliest), latest);
    }

    private static double Said(SceneLayer layer, SpokenSegment spoken)
    {
        if (spoken.Sentences.Count == 0 || (layer.CueSentence <= 0 && layer.CueFraction <= 0))
        {
            return 0;
        }

        var sentence = spoken.Sentences[Math.Clamp(layer.CueSentence, 0, spoken.Sentences.Count - 1)];
        return sentence.Start + (Math.Clamp(layer.CueFraction, 0, 1) * (sentence.End - sentence.Start));
    }
}
