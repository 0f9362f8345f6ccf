namespace TemporalVideo.Aws.MediaConvert;

/// <summary>A black picture that the service stretches over the whole frame.</summary>
internal static class BlackPicture
{
    /// <summary>PNG, 16×16, with transparency, as overlays want it.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAAGElEQVR42mNgYGD4TyEeNWDUgFEDhocBAJvM/wFK6ATsAAAAAElFTkSuQmCC");
}
