using System.Diagnostics;
using System.Globalization;

namespace TemporalVideo.Benchmarks;

/// <summary>What a process uses of the machine.</summary>
internal static class Usage
{
    /// <summary>Resident memory now, in MiB.</summary>
    public static double Memory(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / (1024.0 * 1024.0);
    }

    /// <summary>Memory that it has for itself alone, in KB; of Linux.</summary>
    public static double Private(Process process) => File.ReadLines($"/proc/{process.Id}/smaps_rollup")
        .Where(line => line.StartsWith("Private_", StringComparison.Ordinal))
        .Sum(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));

    /// <summary>Processor time so far, in milliseconds: unlike a rate, it hardly depends on what else the machine does.</summary>
    public static double Processor(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalMilliseconds;
    }
}
