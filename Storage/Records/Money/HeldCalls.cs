using System.Globalization;

namespace TemporalVideo.Storage.Records.Money;

/// <summary>Tells of calls on which no word can be taken yet.</summary>
public static class HeldCalls
{
    /// <summary>What is so, and what to do.</summary>
    /// <param name="until">Until when a call may still be under way, UTC.</param>
    public static string Explain(DateTime until) => string.Create(
        CultureInfo.InvariantCulture,
        $"A call whose worker was lost may still be under way until {until:HH:mm:ss} UTC, so nobody can know yet whether it was paid. "
            + $"Look into the provider's account after that, and say it again.");
}
