using System.Diagnostics;

namespace TemporalVideo.Tests.Support;

/// <summary>Whom root runs programs as that refuse root. Everybody else runs them as themselves.</summary>
internal static class UnprivilegedUser
{
    /// <summary>The user; null when this is not root, or when root finds nobody to become.</summary>
    public static string? Name { get; } = Environment.IsPrivilegedProcess && TestPaths.FindTool("setpriv") is not null ? Find() : null;

    /// <summary>The command that runs a program as that user.</summary>
    public static (string Program, IReadOnlyList<string> Arguments) Command(string program, IReadOnlyList<string> arguments) => Name is null
        ? (program, arguments)
        : ("setpriv", ["--reuid", Name, "--regid", GroupOf(Name), "--clear-groups", program, .. arguments]);

    /// <summary>Makes that user the owner of a folder and of what is in it.</summary>
    public static async Task GiveAsync(string folder)
    {
        if (Name is not null)
        {
            using var chown = Process.Start("chown", ["-R", Name, folder]);
            await chown.WaitForExitAsync();
            if (chown.ExitCode != 0)
            {
                throw new InvalidOperationException($"chown -R {Name} {folder} ended with code {chown.ExitCode}.");
            }
        }
    }

    private static string? Find() => new[] { "postgres", "nobody" }.FirstOrDefault(name => Entry(name) is not null);

    private static string GroupOf(string name) => Entry(name)![3];

    private static string[]? Entry(string name) =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(fields => fields.Length > 3 && fields[0] == name);
}
