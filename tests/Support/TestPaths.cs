namespace TemporalVideo.Tests.Support;

/// <summary>Where tests find things outside of their own output.</summary>
public static class TestPaths
{
    /// <summary>The repository's root: the nearest folder above the test's output that holds the solution.</summary>
    public static string RepositoryRoot { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>
    /// A program that a machine may lack: where its environment variable says (<c>TEMPORAL_CLI</c>, <c>TEMPORAL_UI_SERVER</c>,
    /// <c>MOTO_SERVER</c>, <c>TOXIPROXY_SERVER</c>), else on <c>PATH</c>; null when it is not there.
    /// </summary>
    public static string? FindTool(string name)
    {
        var named = Environment.GetEnvironmentVariable(Variables.GetValueOrDefault(name, ""));
        return !string.IsNullOrEmpty(named)
            ? Path.GetFullPath(named)
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["temporal"] = "TEMPORAL_CLI",
        ["temporal-ui-server"] = "TEMPORAL_UI_SERVER",
        ["moto-server"] = "MOTO_SERVER",
        ["moto_server"] = "MOTO_SERVER",
        ["toxiproxy-server"] = "TOXIPROXY_SERVER",
    };

    private static string FindRoot(string folder)
    {
        for (var current = new DirectoryInfo(folder); current != null; current = current.Parent)
        {
            if (File.Exists(Path.Combine(current.FullName, "TemporalVideo.sln")))
            {
                return current.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {folder} holds TemporalVideo.sln.");
    }
}
