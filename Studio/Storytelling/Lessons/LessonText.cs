using System.Text;
using UtfUnknown;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The text of a lesson: decoded, with line ends of one kind.</summary>
public static class LessonText
{
    private const float LeastConfidence = 0.5f;
    private const int FewestForeign = 8;

    static LessonText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes a file: UTF-8 or UTF-16 by its mark, else UTF-8 where it is that, UTF-16 where every other byte is zero, else as
    /// its bytes tell (Shift-JIS, GB18030, Big5, EUC-KR, KOI8-R, ISO 8859 and Windows code pages), else Windows-1252.</summary>
    /// <param name="bytes">The file.</param>
    public static string Decode(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..])
        {
            using var reader = new StreamReader(new MemoryStream(bytes), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }

        var sample = bytes.AsSpan(0, Math.Min(bytes.Length, 4000));
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        if (Math.Max(even, odd) > sample.Length / 4 && Math.Min(even, odd) < sample.Length / 20)
        {
            return (odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Detected(bytes).GetString(bytes);
        }
    }

    /// <summary>Few bytes beyond ASCII tell little: then Western European is likelier than what the statistics say.</summary>
    private static Encoding Detected(byte[] bytes)
    {
        var western = Encoding.GetEncoding(1252);
        var found = CharsetDetector.DetectFromBytes(bytes).Detected;
        return found is { Encoding: { } encoding, Confidence: > LeastConfidence } && bytes.Count(value => value >= 0x80) >= FewestForeign
            && encoding is not (ASCIIEncoding or UTF8Encoding) ? encoding : western;
    }

    /// <exception cref="StorySourceException">It is empty, too long or no text.</exception>
    internal static string Require(string markdown, int longest)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            throw new StorySourceException("The lesson is empty. Give a Markdown text with a title and a few paragraphs, or a topic.");
        }

        if (markdown.Length > longest)
        {
            throw new StorySourceException(
                $"The lesson has {markdown.Length:N0} characters; at most {longest:N0} are read. Give the part that the video is to be "
                    + $"about.");
        }

        var unreadable = markdown.Count(c => c is '\0' or '\uFFFD' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f')));
        if (unreadable > 0 && (markdown.Contains('\0') || unreadable > markdown.Length / 100))
        {
            throw new StorySourceException(
                "The lesson is not text: it looks like a binary file. Give a Markdown or plain text file in UTF-8.");
        }

        return markdown.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            .Normalize(NormalizationForm.FormC);
    }
}
