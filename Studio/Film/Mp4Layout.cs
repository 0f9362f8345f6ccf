using System.Buffers.Binary;

namespace TemporalVideo.Studio.Film;

/// <summary>The order of the boxes of an MP4 file (ISO/IEC 14496-12).</summary>
public static class Mp4Layout
{
    /// <summary>Whether the index stands before the media, so that playing can begin before the file is loaded.</summary>
    /// <param name="file">An MP4 file.</param>
    public static bool IsFastStart(string file)
    {
        var boxes = TopLevelBoxes(file).ToList();
        var (index, media) = (boxes.IndexOf("moov"), boxes.IndexOf("mdat"));
        return index >= 0 && index < media;
    }

    private static IEnumerable<string> TopLevelBoxes(string file)
    {
        using var stream = File.OpenRead(file);
        var header = new byte[16];
        while (stream.Position + 8 <= stream.Length)
        {
            var start = stream.Position;
            var read = stream.ReadAtLeast(header, 8, throwOnEndOfStream: false);
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            yield return System.Text.Encoding.ASCII.GetString(header, 4, 4);
            size = size == 1 && read == 16 ? BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(8)) : size;
            if (size < 8)
            {
                yield break;
            }

            stream.Position = start + size;
        }
    }
}
