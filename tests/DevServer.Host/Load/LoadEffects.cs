using System.Globalization;

namespace TemporalVideo.DevServer.Host.Load;

/// <summary>What activities did to the world: one line each, in a file of its own for each process.</summary>
/// <param name="folder">The folder of all the processes' files.</param>
public sealed class LoadEffects(string folder)
{
    private readonly Lock _gate = new();
    private readonly string _file = Path.Combine(folder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Every effect of every process, as often as it happened.</summary>
    public static IReadOnlyDictionary<string, int> Read(string folder) =>
        Directory.EnumerateFiles(folder).SelectMany(File.ReadLines).CountBy(line => line).ToDictionary();

    /// <summary>Leaves an effect; it is there before this returns, also if the process is killed then.</summary>
    public void Add(string effect)
    {
        lock (_gate)
        {
            File.AppendAllText(_file, effect + "\n");
        }
    }
}
