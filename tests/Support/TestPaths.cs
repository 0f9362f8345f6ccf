namespace TemporalVideo.Tests.Support;

/// <summary>Where tests find things outside of their own output.</summary>
public static class TestPaths
{
    /// <summary>The repository's root: the nearest folder above the test's output that holds the solution.</summary>
    public static string RepositoryRoot { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The tools beside the repository; the folder may be missing.</summary>
    public static string SharedTools => Path.Combine(RepositoryRoot, "..", "shared", "tools");

    /// <summary>A tool beside the repository, or null.</summary>
    public static string? FindTool(string name) => Path.Combine(SharedTools, name) is var path && File.Exists(path) ? Path.GetFullPath(path) : null;

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
