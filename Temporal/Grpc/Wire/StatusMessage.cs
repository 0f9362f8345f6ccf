using System.Text;

namespace TemporalVideo.Grpc.Wire;

/// <summary>The percent-encoding of <c>grpc-message</c>: UTF-8, everything but printable ASCII and the percent sign itself escaped.</summary>
internal static class StatusMessage
{
    /// <summary>The text as a header value.</summary>
    public static string Encode(string text)
    {
        if (text.All(c => c is >= ' ' and <= '~' and not '%'))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (b is >= 0x20 and <= 0x7E and not (byte)'%')
            {
                encoded.Append((char)b);
            }
            else
            {
                encoded.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }

    /// <summary>The header value as text; a broken escape stays as it is.</summary>
    public static string Decode(string value) => value.Contains('%') ? Uri.UnescapeDataString(value) : value;
}
