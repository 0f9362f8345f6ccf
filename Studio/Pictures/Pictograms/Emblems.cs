namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>Marks that mean nothing, drawn for this product: where no pictogram fits, an ornament misleads nobody. View box 32×32.</summary>
internal static class Emblems
{
    private static readonly Dictionary<string, Pictogram> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["emblem-rings"] =
            "<circle cx='16' cy='16' r='13.5' fill='#2b6bd6'/><circle cx='15.4' cy='15.4' r='11.6' fill='#5092ff'/><circle cx='16' cy='16' r='8' fill='#dbe9ff'/>"
            + "<circle cx='16' cy='16' r='4.6' fill='#ff9d2b'/><circle cx='15.3' cy='15.3' r='3.4' fill='#fcd53f'/>",
        ["emblem-layers"] =
            "<path d='M16 13.400 29.500 20.400 16 27.400 2.500 20.400z' fill='#6b438b'/><path d='M16 8.900 29.500 15.900 16 22.900 2.500 15.900z' fill='#8d65c5'/>"
            + "<path d='M16 4.400 29.500 11.400 16 18.400 2.500 11.400z' fill='#b18be6'/><path d='M16 4.400 29.500 11.400 16 11.400z' fill='#cdb2f2'/>",
        ["emblem-spark"] =
            "<path d='M15 3c1.300 8 4.700 11.400 12.700 12.700C19.700 17 16.300 20.400 15 28.400 13.700 20.400 10.300 17 2.300 15.700 10.300 14.400 13.700 11 15 3z' fill='#ff9d2b'/>"
            + "<path d='M15 8.500c.8 4.600 2.600 6.400 7.200 7.200-4.600.8-6.400 2.600-7.200 7.200-.8-4.600-2.600-6.400-7.200-7.200 4.600-.8 6.400-2.600 7.200-7.200z' fill='#fcd53f'/>"
            + "<path d='M26 20.500c.5 3 1.700 4.200 4.700 4.700-3 .5-4.200 1.700-4.700 4.700-.5-3-1.700-4.200-4.700-4.700 3-.5 4.200-1.700 4.700-4.700z' fill='#f8512f'/>",
        ["emblem-circles"] =
            "<circle cx='16' cy='10.600' r='8.200' fill='#f8512f'/><circle cx='10' cy='20.800' r='8.200' fill='#00a6ed' opacity='.88'/><circle cx='22' cy='20.800' r='8.200' fill='#fcd53f' opacity='.88'/>"
            + "<circle cx='16' cy='17.400' r='3.200' fill='#fff'/>",
        ["emblem-waves"] =
            "<g fill='none' stroke-width='4' stroke-linecap='round'><path d='M3.500 9.500c4.200-4.600 8.300-4.600 12.500 0s8.300 4.600 12.500 0' stroke='#3fc95f'/>"
            + "<path d='M3.500 16.500c4.200-4.600 8.300-4.600 12.500 0s8.300 4.600 12.500 0' stroke='#00a6ed'/><path d='M3.500 23.500c4.200-4.600 8.300-4.600 12.500 0s8.300 4.600 12.500 0' stroke='#2b6bd6'/></g>",
        ["emblem-petals"] = Petals(),
    }.ToDictionary(pair => pair.Key, pair => new Pictogram(pair.Key, pair.Value), StringComparer.Ordinal);

    /// <summary>Their names, the one to take first first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    public static Pictogram? Find(string name) => All.GetValueOrDefault(name);

    private static string Petals() =>
        string.Concat(Enumerable.Range(0, 6).Select(i => $"<ellipse cx='16' cy='8.800' rx='4.600' ry='6.800' fill='{(i % 2 == 0 ? "#e0609a" : "#f58bb0")}' transform='rotate({60 * i} 16 16)'/>"))
        + "<circle cx='16' cy='16' r='4.200' fill='#fcd53f'/><circle cx='15.300' cy='15.300' r='2.800' fill='#ffe78a'/>";
}
