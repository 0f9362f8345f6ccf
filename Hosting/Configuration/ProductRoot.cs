namespace TemporalVideo.Hosting.Configuration;

/// <summary>Finds the folder that holds <c>temporal-dev.yaml</c>: all configured paths are relative to it.</summary>
public static class ProductRoot
{
    /// <summary>The file that marks the folder.</summary>
    public const string Marker = "temporal-dev.yaml";

    /// <summary>Looks upwards from the current folder, then from the program's own.</summary>
    /// <exception cref="ConfigurationException">There is no such folder.</exception>
    public static string Find() =>
        Upwards(Directory.GetCurrentDirectory()) ?? Upwards(AppContext.BaseDirectory) ?? throw new ConfigurationException(
            [$"{Marker}: not found in {Directory.GetCurrentDirectory()} or above it; run this inside the repository or name its folder "
                + $"with --root"]);

    private static string? Upwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Marker)))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
