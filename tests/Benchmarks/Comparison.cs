namespace TemporalVideo.Benchmarks;

/// <summary>Figures of two that are compared, measured in turns, so that whatever else the machine does strikes both.</summary>
internal static class Comparison
{
    /// <summary>Measures both in turns.</summary>
    public static async Task<(IReadOnlyList<T> Ours, IReadOnlyList<T>? Other)> InTurnsAsync<T>(int rounds, Func<Task<T>> ours,
        Func<Task<T>>? other)
    {
        var figures = (Ours: new List<T>(), Other: other is null ? null : new List<T>());
        for (var i = 0; i < rounds; i++)
        {
            figures.Ours.Add(await ours());
            if (other is not null)
            {
                figures.Other!.Add(await other());
            }
        }

        return figures;
    }

    /// <summary>Measures both in turns and prints the medians and their ratio.</summary>
    public static async Task MeasureAsync(
        string what, string unit, bool lowerIsBetter, int rounds, Func<Task<double>> ours, string otherName, Func<Task<double>>? other)
    {
        var (own, others) = await InTurnsAsync(rounds, ours, other);
        Print(what, unit, lowerIsBetter, Median(own), otherName, others is null ? null : Median(others));
    }

    /// <summary>Runs a load on both in turns and prints what comes of it.</summary>
    public static async Task MeasureLoadAsync(string what, int rounds, Func<Task<LoadFigures>> ours, string otherName,
        Func<Task<LoadFigures>>? other)
    {
        var (own, others) = await InTurnsAsync(rounds, ours, other);
        void Line(string figure, string unit, bool lowerIsBetter, Func<LoadFigures, double> of) =>
            Print($"{what}: {figure}", unit, lowerIsBetter, Median(own.Select(of)), otherName, others is null ? null
                : Median(others.Select(of)));
        Line("workflows", "/s", false, f => f.PerSecond);
        Line("start to result, p99", "ms", true, f => f.Latency);
        Line("processor time of each", "ms", true, f => f.Processor);
    }

    /// <summary>Prints two figures and their ratio.</summary>
    public static void Print(string what, string unit, bool lowerIsBetter, double ours, string otherName, double? other)
    {
        var ratio = other is null ? $"({otherName} not found)"
            : $"{otherName} {other,9:F2} {unit,-4} {(lowerIsBetter ? other / ours : ours / other),6:F2} × better";
        Console.WriteLine($"{what,-56} {ours,10:F2} {unit,-4} {ratio}");
    }

    private static double Median(IEnumerable<double> figures) => figures.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
