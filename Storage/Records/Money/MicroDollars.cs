using System.Globalization;

namespace TemporalVideo.Storage.Records.Money;

/// <summary>Amounts as the book has them: millionths of a US dollar.</summary>
public static class MicroDollars
{
    private const decimal OfADollar = 1_000_000;

    /// <summary>A price or a bill, rounded up: a limit is never exceeded by roundings.</summary>
    /// <param name="dollars">US dollars.</param>
    public static long OfPrice(decimal dollars) => (long)decimal.Ceiling(dollars * OfADollar);

    /// <summary>A limit, rounded down.</summary>
    /// <param name="dollars">US dollars.</param>
    public static long OfLimit(decimal dollars) => (long)decimal.Floor(dollars * OfADollar);

    /// <summary>US dollars.</summary>
    /// <param name="micros">Millionths of them.</param>
    public static decimal ToDollars(long micros) => micros / OfADollar;

    /// <summary>An amount for people, such as <c>$0.0024</c>: cents at least, and as many more places as it has.</summary>
    /// <param name="micros">Millionths of a US dollar.</param>
    public static string ToText(long micros) => ToDollars(micros).ToString("$0.00####", CultureInfo.InvariantCulture);
}
