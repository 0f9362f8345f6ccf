namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Finds a picture that a lesson names; only beside the lesson, never elsewhere.</summary>
internal static class PictureFile
{
    private static readonly HashSet<string> Readable =
        new(StringComparer.OrdinalIgnoreCase) { ".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".bmp" };

    /// <returns>The file, or null and why it is not shown.</returns>
    public static (string? File, string Because) Find(string? folder, string name)
    {
        if (name.Contains("://", StringComparison.Ordinal) || name.StartsWith("//", StringComparison.Ordinal)
            || name.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return (null, "it lies elsewhere: only pictures beside the lesson are read");
        }

        if (folder is null)
        {
            return (null, "the lesson came without the folder that its pictures lie in");
        }

        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, Uri.UnescapeDataString(name)));
        if (!file.StartsWith(root, StringComparison.Ordinal) || (File.Exists(file) && Linked(file, root)))
        {
            return (null, "it lies outside of the lesson's folder");
        }

        return !File.Exists(file) ? (null, $"there is no file '{name}' beside the lesson")
            : !Readable.Contains(Path.GetExtension(file)) ? (null, $"files of the kind '{Path.GetExtension(file)}' are not shown")
            : (file, "");
    }

    private static bool Linked(string file, string root) =>
        File.ResolveLinkTarget(file, returnFinalTarget: true) is { } target && !target.FullName.StartsWith(root, StringComparison.Ordinal);
}
