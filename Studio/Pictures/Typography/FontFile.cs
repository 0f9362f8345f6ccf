using System.Buffers.Binary;
using System.Text;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>The advance widths of an OpenType font (tables head, hhea, hmtx, cmap 4 and 12), which is all that measuring a line takes.</summary>
internal sealed class FontFile
{
    private readonly byte[] _data;
    private readonly Dictionary<string, int> _tables = [];
    private readonly int _unitsPerEm;
    private readonly int _metricsCount;
    private readonly int _cmap;
    private readonly int _cmapFormat;

    public FontFile(string file)
    {
        _data = File.ReadAllBytes(file);
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + (i * 16);
            _tables[Encoding.ASCII.GetString(_data, entry, 4)] = (int)U32(entry + 8);
        }

        _unitsPerEm = U16(_tables["head"] + 18);
        _metricsCount = U16(_tables["hhea"] + 34);
        (_cmap, _cmapFormat) = FindCharacterMap();
    }

    /// <summary>Width of a text in ems. A character that the font lacks counts one em, the widest that a substitute is likely to be.</summary>
    public double Measure(string text)
    {
        double units = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = Glyph(rune.Value);
            units += glyph == 0 ? _unitsPerEm : U16(_tables["hmtx"] + (4 * Math.Min(glyph, _metricsCount - 1)));
        }

        return units / _unitsPerEm;
    }

    private (int Offset, int Format) FindCharacterMap()
    {
        var table = _tables["cmap"];
        var maps = Enumerable.Range(0, U16(table + 2))
            .Select(i => table + (int)U32(table + 4 + (i * 8) + 4))
            .Select(offset => (Offset: offset, Format: (int)U16(offset)))
            .Where(map => map.Format is 4 or 12)
            .OrderByDescending(map => map.Format)
            .ToList();
        return maps.Count > 0 ? maps[0] : throw new InvalidDataException("The font has no Unicode character map of format 4 or 12.");
    }

    private int Glyph(int character) => _cmapFormat == 12 ? GlyphOfGroups(character) : GlyphOfSegments(character);

    private int GlyphOfGroups(int character)
    {
        var (low, high) = (0, (int)U32(_cmap + 12) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = _cmap + 16 + (middle * 12);
            if (character < U32(group))
            {
                high = middle - 1;
            }
            else if (character > U32(group + 4))
            {
                low = middle + 1;
            }
            else
            {
                return (int)U32(group + 8) + character - (int)U32(group);
            }
        }

        return 0;
    }

    private int GlyphOfSegments(int character)
    {
        var segments = U16(_cmap + 6) / 2;
        var (ends, starts) = (_cmap + 14, _cmap + 16 + (segments * 2));
        var (deltas, ranges) = (starts + (segments * 2), starts + (segments * 4));
        for (var i = 0; i < segments; i++)
        {
            if (character > U16(ends + (i * 2)) || character < U16(starts + (i * 2)))
            {
                continue;
            }

            var (range, delta) = (U16(ranges + (i * 2)), U16(deltas + (i * 2)));
            if (range == 0)
            {
                return (character + delta) & 0xFFFF;
            }

            var glyph = U16(ranges + (i * 2) + range + ((character - U16(starts + (i * 2))) * 2));
            return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
        }

        return 0;
    }

    private ushort U16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(offset));

    private uint U32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(offset));
}
