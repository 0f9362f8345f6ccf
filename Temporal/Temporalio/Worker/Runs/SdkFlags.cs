using Temporalio.Api.Sdk.V1;

namespace Temporalio.Worker.Runs;

/// <summary>Behaviours that changed over time: a run keeps those that its history recorded.</summary>
internal sealed class SdkFlags
{
    private const string Name = "temporal-dotnet";

    private static readonly string Version = typeof(SdkFlags).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    private readonly HashSet<uint> _core = [];
    private readonly HashSet<uint> _lang = [];
    private readonly HashSet<uint> _newCore = [];
    private readonly HashSet<uint> _newLang = [];
    private bool _reported;

    /// <summary>Flags of the shared core.</summary>
    public enum Core : uint
    {
        /// <summary>Ids and types of commands are compared on replay.</summary>
        IdAndTypeChecks = 1,

        /// <summary>A patch is listed in the search attribute.</summary>
        UpsertAtPatch = 2,

        /// <summary>Terminal commands are moved behind the others.</summary>
        TerminalLast = 3,
    }

    /// <summary>Flags of the .NET SDK.</summary>
    public enum Lang : uint
    {
        /// <summary>Completions were once reordered by the SDK itself.</summary>
        ReorderCompletion = 1,

        /// <summary>The event loop releases one condition at a time.</summary>
        ModernEventLoop = 2,
    }

    /// <summary>Takes note of what a completed task recorded.</summary>
    public void Learn(WorkflowTaskCompletedMetadata? metadata)
    {
        if (metadata is null)
        {
            return;
        }

        _core.UnionWith(metadata.CoreUsedFlags);
        _lang.UnionWith(metadata.LangUsedFlags);
        _reported |= metadata.CoreUsedFlags.Count > 0 || metadata.SdkName.Length > 0;
    }

    public bool TryUse(Core flag, bool replaying) => TryUse((uint)flag, _core, _newCore, replaying);

    public bool TryUse(Lang flag, bool replaying) => TryUse((uint)flag, _lang, _newLang, replaying);

    /// <summary>What the next completion says; every known core flag at the first one, then only what is new.</summary>
    public WorkflowTaskCompletedMetadata Report()
    {
        var metadata = new WorkflowTaskCompletedMetadata();
        if (!_reported)
        {
            _newCore.UnionWith(Enum.GetValues<Core>().Select(f => (uint)f).Where(f => !_core.Contains(f)));
            metadata.SdkName = Name;
            metadata.SdkVersion = Version;
            _reported = true;
        }

        metadata.CoreUsedFlags.AddRange(_newCore.Order());
        metadata.LangUsedFlags.AddRange(_newLang.Order());
        _core.UnionWith(_newCore);
        _lang.UnionWith(_newLang);
        _newCore.Clear();
        _newLang.Clear();
        return metadata;
    }

    private static bool TryUse(uint flag, HashSet<uint> recorded, HashSet<uint> added, bool replaying)
    {
        if (recorded.Contains(flag))
        {
            return true;
        }

        if (!replaying)
        {
            added.Add(flag);
        }

        return !replaying;
    }
}
