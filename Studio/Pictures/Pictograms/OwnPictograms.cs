using System.Globalization;
using System.Text;

namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>Pictograms drawn for this product, in the flat style of the set, for things that the set lacks. View box 32×32.</summary>
internal static class OwnPictograms
{
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["prism"] =
            "<path d='M1 18.6 12 15v2.200L1 21z' fill='#fff6c9'/><path d='M1 19.800 12 16.100v1.100L1 21z' fill='#ffd95e'/>"
            + "<path d='M18 13.5 31 14v2.2L18 14.6z' fill='#f8312f'/><path d='M18 14.6 31 16.2v2.2L18.4 15.7z' fill='#ff8f2b'/><path "
                + "d='M18.4 15.7 31 18.4v2.2L18.8 16.8z' fill='#fcd53f'/>"
            + "<path d='M18.8 16.8 31 20.6v2.2L19.2 17.9z' fill='#3fc95f'/><path d='M19.2 17.9 31 22.8V25L19.6 19z' "
                + "fill='#00a6ed'/><path d='M19.6 19 31 25v2.4L20 20.2z' fill='#8d65c5'/>"
            + "<path d='M16 4 27 25H5z' fill='#a9dcf7' opacity='.86'/><path d='M16 4 27 25h-5.6z' fill='#5fb4e8' opacity='.85'/><path "
                + "d='M5 25h22l-1.200-2.200H6.200z' fill='#4a9fd8' opacity='.7'/><path d='M16 4 5 25h3.2L16.4 9z' fill='#fff' "
                    + "opacity='.8'/>",
        ["molecule"] =
            "<circle cx='10.5' cy='12' r='7' fill='#0074ba'/><circle cx='9.6' cy='11' r='5.4' fill='#00a6ed'/><circle cx='19.5' "
                + "cy='12.6' r='7' fill='#0063a1'/><circle cx='18.8' cy='11.6' r='5.6' fill='#1c9fe0'/>"
            + "<circle cx='16' cy='24' r='4.6' fill='#ca0b4a'/><circle cx='15.4' cy='23.4' r='3.6' fill='#f8312f'/><circle cx='22.6' "
                + "cy='24.6' r='4.6' fill='#b00a40'/><circle cx='22' cy='23.9' r='3.6' fill='#f8513f'/>"
            + "<circle cx='7.6' cy='8.6' r='1.5' fill='#fff' opacity='.7'/><circle cx='17' cy='8.8' r='1.4' fill='#fff' opacity='.6'/>",
        ["atom"] =
            "<g fill='none' stroke='#5092ff' stroke-width='1.7'><ellipse cx='16' cy='16' rx='13.5' ry='5.2'/><ellipse cx='16' cy='16' "
                + "rx='13.5' ry='5.2' transform='rotate(60 16 16)'/><ellipse cx='16' cy='16' rx='13.5' ry='5.2' transform='rotate(120 16 "
                    + "16)'/></g>"
            + "<circle cx='16' cy='16' r='3.8' fill='#f8312f'/><circle cx='15.2' cy='15.2' r='1.3' fill='#ffb0a8'/><circle cx='29' "
                + "cy='14.4' r='1.9' fill='#ffb02e'/><circle cx='8.4' cy='5.4' r='1.9' fill='#ffb02e'/><circle cx='10.3' cy='28' r='1.9' "
                    + "fill='#ffb02e'/>",
        ["scatter"] = Scatter(),
        ["coins"] = Coins(),
        ["setting-sun"] = SettingSun(),
        ["short-wave"] = Wave("#00a6ed", "#0063a1", 3.5),
        ["long-wave"] = Wave("#f8312f", "#a8122e", 1.5),
        ["antibody"] =
            "<path d='M14.2 29V17.6L6 8.2l3.4-2.9L16 13l6.6-7.7L26 8.2l-8.2 9.4V29z' fill='#ff9d2b'/><path d='M16 15.4v13.6h-1.8V17.6L6 "
                + "8.2l1.5-1.3z' fill='#ffbf57'/>"
            + "<path d='M2.6 11.4 10 3.6' stroke='#f4511e' stroke-width='2.6' stroke-linecap='round'/><path d='M29.4 11.4 22 3.6' "
            + "stroke='#f4511e' stroke-width='2.6' stroke-linecap='round'/><circle cx='16' cy='17.4' r='1.6' fill='#fff' opacity='.8'/>",
        ["antigen"] = Antigen(),
        ["memory-cell"] =
            "<circle cx='16' cy='16' r='13.6' fill='#8d65c5'/><circle cx='15' cy='15' r='11.6' fill='#b18be6'/><circle cx='16' cy='16' "
                + "r='7.6' fill='#6b438b'/>"
            + "<path d='m16 10.2 1.75 3.65 4 .55-2.92 2.8.72 3.97L16 19.25l-3.55 1.92.72-3.97-2.92-2.8 4-.55z' fill='#fcd53f'/><circle "
                + "cx='8.2' cy='9.6' r='1.5' fill='#fff' opacity='.6'/>",
        ["cell"] =
            "<path d='M16 2.4c5.2-.6 9.400 1.400 11.800 5.200 2.500 4 2.400 9.800.2 14.400-2.200 4.600-6.800 7.600-12 "
                + "7.600s-10-2.600-12.200-7.200C1.600 17.800 2 12 4.600 8 7 4.400 11 2.900 16 2.400z' fill='#f58bb0'/>"
            + "<path d='M15.500 4.600c4.200-.5 7.800 1 9.800 4.200 2.200 3.400 2 8.200.1 12-1.900 3.900-5.700 6.300-10 "
                + "6.300s-8.300-2.200-10.100-6C3.600 17.300 4 12.600 6.100 9.200c2-3 5.300-4.200 9.400-4.600z' fill='#ffc0d6'/>"
            + "<circle cx='17' cy='16.600' r='6' fill='#c23b7a'/><circle cx='16.200' cy='15.800' r='4.400' fill='#e0609a'/><circle "
                + "cx='17.200' cy='16.400' r='1.700' fill='#8f1f55'/><circle cx='9' cy='12' r='1.400' fill='#f58bb0'/><circle cx='9.600' "
                    + "cy='21.600' r='1.100' fill='#f58bb0'/><circle cx='23' cy='9.600' r='1.200' fill='#f58bb0'/><circle cx='23.800' "
                        + "cy='22.600' r='1' fill='#f58bb0'/>",
        ["printing-press"] =
            "<path d='M4 28h24v2.500H4z' fill='#6d4534'/><path d='M5 3h3.600v25H5zM23.400 3H27v25h-3.600z' fill='#8c5543'/><path d='M5 "
                + "3h1.400v25H5zM23.400 3h1.400v25h-1.400z' fill='#a56953'/><path d='M3.600 2h24.800v4H3.600z' fill='#a56953'/><path "
                    + "d='M3.600 2h24.800v1.400H3.600z' fill='#c58a6d'/>"
            + "<path d='M8.600 9h14.800v2.800H8.600z' fill='#8c5543'/><path d='M14.300 6h3.400v10.200h-3.400z' fill='#9b9b9b'/><path "
                + "d='M14.300 7.200h3.400l-3.400 1.600zM14.300 9.800h3.400l-3.400 1.600zM14.300 12.400h3.400l-3.400 1.600z' "
                    + "fill='#636363'/><path d='m15 13.200 12.600-2.300.5 1.700-12.600 2.600z' fill='#d3d3d3'/><circle cx='28' "
                        + "cy='11.700' r='1.500' fill='#f8312f'/>"
            + "<path d='M9.400 16.200h13.200v3H9.400z' fill='#636363'/><path d='M9.400 16.200h13.200v1H9.400z' fill='#8a8a8a'/><path "
                + "d='M10 21.600h12v1.800H10z' fill='#fff'/><path d='M11.200 22.100h9.600v.7h-9.600z' fill='#bebebe'/><path d='M8.200 "
                    + "23.400h15.600v3H8.200z' fill='#c58a6d'/><path d='M10 26.400h2V28h-2zM20 26.400h2V28h-2z' fill='#6d4534'/>",
        ["movable-type"] =
            "<path d='m9 12 4-4h14l-4 4z' fill='#d3d3d3'/><path d='M23 12l4-4v17l-4 4z' fill='#636363'/><path d='M9 12h14v17H9z' "
                + "fill='#9b9b9b'/><path d='M9 24h14v1.800H9z' fill='#7d7d7d'/><path d='M9 12h14v1.300H9z' fill='#bebebe'/>"
            + "<path d='M10.400 11.400 16 2.600h3l1.200 8.800h-2.700l-.2-1.900h-3.200l-1.100 1.900zm5-4h1.800l-.3-2.300z' "
                + "fill='#4a4a4a'/><path d='M3 15h4.500v14H3z' fill='#b0793f'/><path d='m3 15 1.500-1.500H9L7.500 15z' fill='#d9a066'/>",
        ["ink"] =
            "<path d='M7 16h18l2 10.500A3 3 0 0 1 24 30H8a3 3 0 0 1-3-3.500z' fill='#212121'/><path d='M7 16h6L11.500 30H8a3 3 0 0 "
                + "1-3-3.500z' fill='#444'/><path d='M9 12.500h14V17H9z' fill='#636363'/><path d='M9 12.500h14V14H9z' fill='#9b9b9b'/>"
            + "<path d='M16 2c2.700 3 4.200 4.900 4.200 6.600a4.200 4.200 0 0 1-8.400 0C11.800 6.900 13.300 5 16 2z' "
                + "fill='#321b41'/><circle cx='14.600' cy='8.600' r='1.100' fill='#fff' opacity='.7'/><path d='M11 21h10v5H11z' "
                    + "fill='#fff6e0'/><path d='M12.500 22.700h7v.9h-7zM12.500 24.200h5v.8h-5z' fill='#b4a07a'/>",
        ["drying-sheets"] =
            "<path d='M1 6.200c10 3 20 3 30 0' fill='none' stroke='#8c5543' stroke-width='1.300'/><path d='M3.500 7.200 11 "
                + "8.300v14l-7.500-1z' fill='#fff'/><path d='M12.400 8.300h7.200v14.600h-7.200z' fill='#fff6e0'/><path d='m21 8.300 "
                    + "7.500-1.100v14.100l-7.500 1z' fill='#fff'/>"
            + "<path d='m5 11 4.600.7v1L5 12zM5 14l4.600.7v1L5 15zM5 17l4.600.7v1L5 18zM14 11.500h4v1h-4zM14 14.500h4v1h-4zM14 "
                + "17.500h4v1h-4zM22.600 11.600 27 11v1l-4.400.6zM22.600 14.600 27 14v1l-4.400.6zM22.600 17.600 27 17v1l-4.400.6z' "
                    + "fill='#7a7a8c'/>"
            + "<path d='M5.600 5.800h1.800v4H5.600zM15.100 6.800h1.800v4h-1.800zM24.600 5.800h1.800v4h-1.800z' fill='#ff9d2b'/><path "
                + "d='M3 27.500h26V30H3z' fill='#a56953'/>",
        ["writing-quill"] =
            "<path d='M3 24h17v6H5a2 2 0 0 1-2-2z' fill='#e8d3a8'/><path d='M3 10h15v17H6a3 3 0 0 1-3-3z' fill='#fff1cf'/><path d='M6 "
                + "14h8v1.200H6zM6 17.400h9v1.200H6zM6 20.800h6V22H6z' fill='#b4925c'/>"
            + "<path d='M30 2c-7 .6-12.500 5-14.600 12.200l-2.900 9 1.200.4 2.500-5.600c5.800-.6 11-5.400 13.800-16z' "
                + "fill='#5092ff'/><path d='M30 2c-5 3.800-9.500 8.600-12.600 14.500l-4.900 6.700 1.200.4 2.500-5.600c5.800-.6 11-5.400 "
                    + "13.800-16z' fill='#2b6bd6'/><path d='M29 3.200C22 9 17.500 15.500 13 23.400' fill='none' stroke='#dbe9ff' "
                        + "stroke-width='.8'/>",
        ["vapour"] =
            "<path d='M4 25.500c2-1.600 4-1.600 6 0s4 1.600 6 0 4-1.600 6 0 4 1.600 6 0V30H4z' fill='#00a6ed'/><path d='M4 "
                + "27.600c2-1.200 4-1.200 6 0s4 1.200 6 0 4-1.200 6 0 4 1.200 6 0V30H4z' fill='#0074ba'/>"
            + "<g fill='none' stroke='#9fd8f6' stroke-width='2.400' stroke-linecap='round'><path d='M8.500 21.500c-2.600-3 2.600-4.600 "
                + "0-8.200'/><path d='M16 20.500c-3-3.600 3-5.800 0-10'/><path d='M23.500 21.500c-2.600-3 2.600-4.600 "
                    + "0-8.200'/></g><path d='M5.700 10.200 8.500 6l2.800 4.200zM12.800 7 16 2l3.200 5zM20.700 10.200 23.500 6l2.800 "
                        + "4.200z' fill='#9fd8f6'/>",
        ["river"] =
            "<path d='M2 16c5-7 9-8 14-3 4-6 9-6 14 2v13a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2z' fill='#44911b'/><path d='M2 20c7-5 12-3 15 0s9 "
                + "2 13-1v9a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2z' fill='#86d72f'/>"
            + "<path d='M17.500 14.200c3.500 2 2 3.600-1.500 5s-5.400 3-2.500 5.400c2 1.700 1.500 3.600-.5 5.400h9c1.800-2.600 "
                + "1.400-4.600-1-6.600-2.600-2.200-.4-3.200 1.800-4.600 3-2 1-4.300-4-5z' fill='#00a6ed'/><path d='M19 16.500c1.400 "
                    + "1.200-.6 2.300-2.800 3.300' fill='none' stroke='#b8e8ff' stroke-width='.9' stroke-linecap='round'/><circle cx='7' "
                        + "cy='8' r='4' fill='#fcd53f'/>",
        ["bill"] =
            "<path d='M6 3h17.500A2.500 2.500 0 0 1 26 5.500V27a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3z' fill='#fff1cf'/><path d='M6 3h2.200v27A3 "
                + "3 0 0 1 6 27z' fill='#e8d3a8'/><path d='M11 7.500h10v1.600H11z' fill='#8c5543'/><path d='M11 11.500h12v1.100H11zM11 "
                    + "14.300h12v1.100H11zM11 17.100h8v1.100h-8z' fill='#b4925c'/>"
            + "<path d='M11 25c1.500-3 2.500-3 3 0 .8-2 1.600-2 2.400-.2' fill='none' stroke='#321b41' stroke-width='1' "
                + "stroke-linecap='round'/><path d='m20.500 25-1.500 6 3-1.500 3 1.500-1.500-6z' fill='#b00a40'/><circle cx='22' "
                    + "cy='23.500' r='4' fill='#f8312f'/><circle cx='22' cy='23.500' r='2.300' fill='#ca0b2a'/>",
        ["rising"] =
            "<path d='M6 29c-2.6-3.4 2.6-5.400 0-9M16 29c-3-4 3-6.200 0-10M26 29c-2.600-3.400 2.600-5.400 0-9' fill='none' "
                + "stroke='#9fd8f6' stroke-width='2.200' stroke-linecap='round'/>"
            + "<path d='M16 2l8.500 9.200h-4.900V17h-7.200v-5.800H7.500z' fill='#00a6ed'/><path d='M16 2v15h-3.600v-5.800H7.500z' "
                + "fill='#53c8ff'/><circle cx='5' cy='12.500' r='1.500' fill='#53c8ff'/><circle cx='27' cy='12.500' r='1.500' "
                    + "fill='#53c8ff'/>",
        ["straight-arrow"] =
            "<path d='M2 13.500h18V8l10 8-10 8v-5.500H2z' fill='#00a6ed'/><path d='M2 13.500h18V8l10 8H2z' fill='#53c8ff'/>",
    };

    public static IEnumerable<string> Names => Bodies.Keys;

    public static Pictogram? Find(string name) => Bodies.TryGetValue(name, out var body) ? new Pictogram(name, body) : null;

    private static string Scatter()
    {
        StringBuilder svg = new();
        for (var i = 0; i < 8; i++)
        {
            var turn = i * 45;
            svg.Append(CultureInfo.InvariantCulture,
                $"<g transform='rotate({turn} 16 16)'><path d='M15 10.500V5.500h2v5z' fill='#5cc8ff'/><path d='m12.600 6.200 3.400-5 "
                    + $"3.400 5z' fill='#00a6ed'/></g>");
        }

        return svg + "<circle cx='16' cy='16' r='4.800' fill='#f59f2b'/><circle cx='15.300' cy='15.300' r='3.400' fill='#fcd53f'/>";
    }

    private static string Coins()
    {
        StringBuilder stacks = new();
        foreach (var (x, height) in ((int, int)[])[(9, 3), (23, 4), (16, 6)])
        {
            for (var i = 0; i < height; i++)
            {
                var y = 27 - (3 * i);
                stacks.Append(CultureInfo.InvariantCulture,
                    $"<path d='M{x - 6} {y - 2}v2a6 2.4 0 0 0 12 0v-2z' fill='#e19747'/><ellipse cx='{x}' cy='{y - 2}' rx='6' ry='2.4' "
                        + $"fill='#f9c23c'/>");
            }

            stacks.Append(CultureInfo.InvariantCulture, $"<ellipse cx='{x}' cy='{28 - (3 * height)}' rx='3.6' ry='1.3' fill='#ffe08a'/>");
        }

        return stacks.ToString();
    }

    private static string SettingSun()
    {
        StringBuilder rays = new();
        for (var turn = -80; turn <= 80; turn += 20)
        {
            rays.Append(CultureInfo.InvariantCulture,
                $"<path transform='rotate({turn} 16 21)' d='M15.200 9.500V5.200a.8.8 0 0 1 1.600 0v4.300z' fill='#ff822d'/>");
        }

        return rays + "<path d='M6 21a10 10 0 0 1 20 0z' fill='#f8542f'/><path d='M8.500 21a7.500 7.500 0 0 1 15 0z' fill='#ffb02e'/>"
            + "<path d='M1.500 21h29v2.200h-29z' fill='#8d3b72'/><path d='M5 24.600h22v1.800H5zM9 27.600h14v1.600H9z' fill='#c9566b'/>";
    }

    private static string Wave(string light, string dark, double periods)
    {
        StringBuilder points = new();
        for (var i = 0; i <= 90; i++)
        {
            var x = 2.5 + (27 * i / 90.0);
            var y = 16 + (7.5 * Math.Sin(i / 90.0 * periods * 2 * Math.PI));
            points.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "M" : "L")}{x:0.##} {y:0.##}");
        }

        return $"<path d='{points}' fill='none' stroke='{dark}' stroke-width='3.0' stroke-linecap='round' stroke-linejoin='round' "
            + $"transform='translate(0 .8)'/>"
            + $"<path d='{points}' fill='none' stroke='{light}' stroke-width='2.2' stroke-linecap='round' stroke-linejoin='round'/>";
    }

    private static string Antigen()
    {
        StringBuilder svg = new();
        string[] shapes =
        [
            "<path d='m13 5 3-4.200L19 5z' fill='#ff9d2b'/>", "<circle cx='16' cy='3.200' r='2.400' fill='#5092ff'/>",
                "<path d='M13.800 1h4.400v4.400h-4.400z' fill='#fcd53f'/>",
            "<path d='m13 5 3-4.200L19 5z' fill='#ff9d2b'/>", "<circle cx='16' cy='3.200' r='2.400' fill='#5092ff'/>",
                "<path d='M13.800 1h4.400v4.400h-4.400z' fill='#fcd53f'/>",
        ];
        for (var i = 0; i < shapes.Length; i++)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<g transform='rotate({i * 60} 16 16)'><path d='M15.200 4h1.600v4h-1.600z' fill='#2f7d32'/>{shapes[i]}</g>");
        }

        return svg + "<circle cx='16' cy='16' r='9.400' fill='#2f9e44'/><circle cx='15.200' cy='15.200' r='7.800' "
            + "fill='#5fce72'/><circle cx='13' cy='13' r='1.700' fill='#2f9e44'/><circle cx='18.400' cy='14.600' r='1.200' "
                + "fill='#2f9e44'/><circle cx='15.400' cy='18.800' r='1.500' fill='#2f9e44'/>";
    }
}
