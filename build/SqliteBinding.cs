using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace TemporalVideo.Build;

/// <summary>
/// Lets Microsoft.Data.Sqlite 10 run on SQLitePCLRaw 2.0.6, the only version the package registry carries
/// (docs/decisions/0001-packages.md). The runtime refuses a lower assembly version than was compiled against
/// and then asks the Resolving event, which may hand out the one that is there.
/// </summary>
internal static class SqliteBinding
{
#pragma warning disable CA2255 // Compiled into each library that opens SQLite: nothing may touch SQLite before this ran.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() =>
        AssemblyLoadContext.Default.Resolving += static (_, name) =>
            name.Name == "SQLitePCLRaw.core" && name.Version is not null ? Assembly.Load(new AssemblyName("SQLitePCLRaw.core")) : null;
}
