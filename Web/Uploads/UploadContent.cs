using TemporalVideo.Studio.Narration.Recordings;
using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Web.Uploads;

/// <summary>Tells from its first bytes what a file is: what its name or its sender say counts for nothing.</summary>
internal static class UploadContent
{
    /// <summary>How many bytes tell.</summary>
    public const int Telling = 64;

    private static readonly (string Extension, int At, byte[] Bytes)[] Pictures =
    [
        (".png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), (".jpg", 0, [0xFF, 0xD8, 0xFF]), (".gif", 0, "GIF8"u8.ToArray()),
        (".webp", 8, "WEBP"u8.ToArray()), (".bmp", 0, "BM"u8.ToArray()),
    ];

    private static readonly (string Extension, int At, byte[] Bytes)[] Music =
    [
        (".wav", 8, "WAVE"u8.ToArray()), (".mp3", 0, "ID3"u8.ToArray()), (".ogg", 0, "OggS"u8.ToArray()), (".flac", 0, "fLaC"u8.ToArray()),
        (".m4a", 4, "ftyp"u8.ToArray()), (".mp3", 0, [0xFF, 0xFB]), (".mp3", 0, [0xFF, 0xF3]), (".mp3", 0, [0xFF, 0xF2]),
        (".aac", 0, [0xFF, 0xF1]), (".aac", 0, [0xFF, 0xF9]),
    ];

    /// <summary>What the recorder of a browser writes, too.</summary>
    private static readonly (string Extension, int At, byte[] Bytes)[] Recordings =
        [.. Music, (".webm", 0, [0x1A, 0x45, 0xDF, 0xA3])];

    /// <summary>Largest file in bytes: 2 MiB of text, 20 MiB of picture, 60 MiB of sound.</summary>
    public static long MostBytes(UploadKind kind) => kind switch
    {
        UploadKind.Lesson => 2L << 20,
        UploadKind.Picture => 20L << 20,
        _ => 60L << 20,
    };

    /// <summary>The extension of a file of that kind; null, and what was expected, when it is none.</summary>
    public static string? ExtensionOf(UploadKind kind, ReadOnlySpan<byte> beginning, out string expected)
    {
        expected = kind switch
        {
            UploadKind.Lesson => "text: Markdown",
            UploadKind.Picture => "a picture: PNG, JPEG, WebP, GIF or BMP",
            UploadKind.Recording => "a recording: MP3, M4A, AAC, OGG, FLAC, WAV or WebM",
            _ => "music: MP3, M4A, AAC, OGG, FLAC or WAV",
        };
        return kind switch
        {
            UploadKind.Lesson => IsText(beginning) ? ".md" : null,
            UploadKind.Picture => Find(Pictures, beginning),
            UploadKind.Recording => Find(Recordings, beginning),
            _ => Find(Music, beginning),
        };
    }

    /// <summary>Why the whole file cannot be used, once it is there; null when it can.</summary>
    public static async Task<string?> FaultOfAsync(UploadKind kind, string file, CancellationToken cancellationToken) => kind switch
    {
        UploadKind.Picture => OwnPicture.CanRead(file, out var fault) ? null : fault,
        UploadKind.Recording => await OwnRecording.FaultOfAsync(file, cancellationToken),
        _ => null,
    };

    private static bool IsText(ReadOnlySpan<byte> beginning)
    {
        var isUtf16 = beginning.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || beginning.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        return beginning.Length > 0 && (isUtf16 || (!beginning.Contains((byte)0) && Find(Pictures, beginning) is null
            && Find(Music, beginning) is null && !beginning.StartsWith("%PDF"u8) && !beginning.StartsWith("PK"u8)));
    }

    private static string? Find((string Extension, int At, byte[] Bytes)[] known, ReadOnlySpan<byte> beginning)
    {
        foreach (var (extension, at, bytes) in known)
        {
            if (beginning.Length >= at + bytes.Length && beginning[at..].StartsWith(bytes))
            {
                return extension;
            }
        }

        return null;
    }
}
