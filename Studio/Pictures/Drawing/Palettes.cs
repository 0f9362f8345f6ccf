using System.Security.Cryptography;
using System.Text;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>Chooses the palette of a video by its subject and, among the subject's own, by its title.</summary>
internal static class Palettes
{
    private static readonly Palette Azure = new("#0A1547", "#17307F", "#2B5CC4", "#FFC845", "#5CD6FF", "#FF8B7B");
    private static readonly Palette Violet = new("#160B3D", "#321A78", "#5B39B8", "#FFB84D", "#7CE5F5", "#FF8FB1");
    private static readonly Palette Forest = new("#05291F", "#0C4A3B", "#177057", "#FFD057", "#8BE8AE", "#FF9C86");
    private static readonly Palette Plum = new("#2A0D3A", "#511C63", "#83358C", "#FFC65C", "#8FE3DA", "#FF93A2");
    private static readonly Palette Umber = new("#2B120F", "#5A231B", "#8F3B2A", "#FFCB6B", "#8ADBCF", "#FFA07A");
    private static readonly Palette Wine = new("#2A0B21", "#561A3C", "#8A2F57", "#FFC76B", "#93DCE8", "#FF9B85");
    private static readonly Palette Petrol = new("#062433", "#0B4459", "#13708A", "#FFD166", "#7FE7DC", "#FF9A80");
    private static readonly Palette Ocean = new("#071F45", "#0C3F74", "#1B6BA8", "#FFD25E", "#7DE3F4", "#FF9D84");
    private static readonly Palette Night = new("#0B0B2B", "#1E1C57", "#42378F", "#FFD166", "#86D8FF", "#FF94C2");

    private static readonly Dictionary<string, Palette[]> BySubject = new(StringComparer.OrdinalIgnoreCase)
    {
        ["physics"] = [Azure],
        ["astronomy"] = [Night],
        ["biology"] = [Forest],
        ["medicine"] = [Plum],
        ["chemistry"] = [Violet],
        ["history"] = [Umber, Wine],
        ["economics"] = [Petrol],
        ["finance"] = [Petrol],
        ["geography"] = [Ocean],
        ["technology"] = [Night, Azure],
        ["mathematics"] = [Violet, Night],
        ["art"] = [Wine, Plum],
        ["language"] = [Plum, Wine],
    };

    private static readonly Palette[] Any = [Azure, Forest, Plum, Umber, Petrol, Violet, Ocean, Wine, Night];

    public static IEnumerable<Palette> All => Any;

    public static Palette For(Story story)
    {
        var choice = BySubject.GetValueOrDefault(story.Subject, Any);
        return choice[(int)(Seed(story.Title) % (uint)choice.Length)];
    }

    /// <summary>A number that is the same for the same text, everywhere and always.</summary>
    public static uint Seed(string text) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
