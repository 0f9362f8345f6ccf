using System.Reflection;

namespace Temporalio.Workflows;

/// <summary>What reflection finds on a workflow type. All faults of the type are reported together.</summary>
internal sealed class WorkflowMembers
{
    private readonly List<string> _faults = [];

    private WorkflowMembers(Type type) => Type = type;

    public Type Type { get; }

    public MethodInfo RunMethod { get; private set; } = null!;

    public ConstructorInfo? InitConstructor { get; private set; }

    public Dictionary<string, WorkflowSignalDefinition> Signals { get; } = [];

    public WorkflowSignalDefinition? DynamicSignal { get; private set; }

    public Dictionary<string, WorkflowQueryDefinition> Queries { get; } = [];

    public WorkflowQueryDefinition? DynamicQuery { get; private set; }

    public Dictionary<string, WorkflowUpdateDefinition> Updates { get; } = [];

    public WorkflowUpdateDefinition? DynamicUpdate { get; private set; }

    public static WorkflowMembers Read(Type type, WorkflowAttribute attribute, bool hasCreator)
    {
        var members = new WorkflowMembers(type);
        members.ReadAll(attribute, hasCreator);
        return members._faults.Count == 0
            ? members
            : throw new ArgumentException($"Workflow {type.FullName} is not valid: {string.Join("; ", members._faults)}");
    }

    private static IEnumerable<MethodInfo> MethodsOf(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var seen = new HashSet<MethodInfo>();
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            // An overridden method shows itself at its most derived type only.
            foreach (var method in at.GetMethods(All | BindingFlags.DeclaredOnly))
            {
                if (seen.Add(method.GetBaseDefinition()))
                {
                    yield return method;
                }
            }
        }
    }

    private void ReadAll(WorkflowAttribute attribute, bool hasCreator)
    {
        if (Type.ContainsGenericParameters)
        {
            _faults.Add("it has open type parameters");
        }

        var methods = MethodsOf(Type).ToList();
        Check(() => ReadRun(methods, attribute.Dynamic));
        Check(() => ReadConstructor(hasCreator));
        foreach (var method in methods.Where(m => HandlerShape.FindAttribute<WorkflowSignalAttribute>(m) is not null))
        {
            Check(() => AddSignal(WorkflowSignalDefinition.FromMethod(method)));
        }

        foreach (var method in methods.Where(m => HandlerShape.FindAttribute<WorkflowQueryAttribute>(m) is not null))
        {
            Check(() => AddQuery(WorkflowQueryDefinition.FromMethod(method)));
        }

        const BindingFlags Properties = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (var property in Type.GetProperties(Properties).Where(p => p.IsDefined(typeof(WorkflowQueryAttribute))))
        {
            Check(() => AddQuery(WorkflowQueryDefinition.FromProperty(property)));
        }

        Check(() => ReadUpdates(methods));
    }

    private void ReadRun(List<MethodInfo> methods, bool dynamic)
    {
        var runs = methods.Where(m => m.IsDefined(typeof(WorkflowRunAttribute), false)).ToList();
        if (runs.Count != 1)
        {
            throw new ArgumentException(runs.Count == 0
                ? "it has no method with [WorkflowRun]"
                : $"it has several methods with [WorkflowRun]: {string.Join(", ", runs.Select(r => r.Name))}");
        }

        RunMethod = runs[0];
        if (RunMethod.DeclaringType != Type)
        {
            throw new ArgumentException($"its [WorkflowRun] method {HandlerShape.Describe(RunMethod)} must be declared by itself, not inherited");
        }

        HandlerShape.RequirePublicInstance(RunMethod, "Run method");
        HandlerShape.RequireTask(RunMethod, "Run method");
        var parameters = RunMethod.GetParameters();
        if (dynamic && (parameters.Length != 1 || !HandlerShape.IsRawValues(parameters[0].ParameterType)))
        {
            throw new ArgumentException($"run method {HandlerShape.Describe(RunMethod)} of a dynamic workflow must have one parameter, IRawValue[]");
        }
    }

    private void ReadConstructor(bool hasCreator)
    {
        var constructors = Type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var inits = constructors.Where(c => c.IsDefined(typeof(WorkflowInitAttribute), false)).ToList();
        if (inits.Count > 1)
        {
            throw new ArgumentException("it has several constructors with [WorkflowInit]");
        }

        if (inits.Count == 0)
        {
            if (!hasCreator && !Type.IsAbstract && !Type.IsValueType && !constructors.Any(c => c.IsPublic && c.GetParameters().Length == 0))
            {
                throw new ArgumentException("it needs a public constructor without parameters, or one with [WorkflowInit]");
            }

            return;
        }

        InitConstructor = inits[0];
        if (!InitConstructor.IsPublic)
        {
            throw new ArgumentException("its constructor with [WorkflowInit] must be public");
        }

        var expected = RunMethod?.GetParameters().Select(p => p.ParameterType) ?? [];
        if (RunMethod is not null && !InitConstructor.GetParameters().Select(p => p.ParameterType).SequenceEqual(expected))
        {
            throw new ArgumentException("its constructor with [WorkflowInit] must have the parameters of the run method");
        }
    }

    private void ReadUpdates(List<MethodInfo> methods)
    {
        var validators = new Dictionary<string, MethodInfo>();
        foreach (var method in methods)
        {
            if (HandlerShape.FindAttribute<WorkflowUpdateValidatorAttribute>(method) is { } validator
                && !validators.TryAdd(validator.UpdateMethod, method))
            {
                _faults.Add($"update method {validator.UpdateMethod} has several validators");
            }
        }

        foreach (var method in methods.Where(m => HandlerShape.FindAttribute<WorkflowUpdateAttribute>(m) is not null))
        {
            validators.Remove(method.Name, out var validator);
            Check(() => AddUpdate(WorkflowUpdateDefinition.FromMethod(method, validator)));
        }

        _faults.AddRange(validators.Select(v => $"validator {v.Value.Name} names {v.Key}, which is not an update method"));
    }

    private void AddSignal(WorkflowSignalDefinition signal)
    {
        if (signal.Name is null ? DynamicSignal is not null : !Signals.TryAdd(signal.Name, signal))
        {
            throw new ArgumentException($"it has several handlers for the signal {signal.Name ?? "(dynamic)"}");
        }

        DynamicSignal ??= signal.Dynamic ? signal : null;
    }

    private void AddQuery(WorkflowQueryDefinition query)
    {
        if (query.Name is null ? DynamicQuery is not null : !Queries.TryAdd(query.Name, query))
        {
            throw new ArgumentException($"it has several handlers for the query {query.Name ?? "(dynamic)"}");
        }

        DynamicQuery ??= query.Dynamic ? query : null;
    }

    private void AddUpdate(WorkflowUpdateDefinition update)
    {
        if (update.Name is null ? DynamicUpdate is not null : !Updates.TryAdd(update.Name, update))
        {
            throw new ArgumentException($"it has several handlers for the update {update.Name ?? "(dynamic)"}");
        }

        DynamicUpdate ??= update.Dynamic ? update : null;
    }

    private void Check(Action read)
    {
        try
        {
            read();
        }
        catch (ArgumentException fault)
        {
            _faults.Add(fault.Message);
        }
    }
}
