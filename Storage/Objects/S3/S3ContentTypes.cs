namespace TemporalVideo.Storage.Objects.S3;

/// <summary>Media types by the ending of a key: with them a browser plays a linked video instead of downloading it.</summary>
internal static class S3ContentTypes
{
    public static string Of(string key) => Path.GetExtension(key) switch
    {
        ".json" => "application/json",
        ".md" => "text/markdown; charset=utf-8",
        ".mp4" => "video/mp4",
        ".png" => "image/png",
        ".srt" => "application/x-subrip",
        ".vtt" => "text/vtt",
        ".wav" => "audio/wav",
        _ => "application/octet-stream",
    };
}
