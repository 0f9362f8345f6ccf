namespace Temporalio.Activities;

/// <summary>Marks a method as an activity, named after the method without a trailing <c>Async</c>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ActivityAttribute : Attribute
{
    /// <summary>Marks an activity named after its method.</summary>
    public ActivityAttribute()
    {
    }

    /// <summary>Marks an activity with a name of its own.</summary>
    /// <param name="name">Activity type as the server knows it.</param>
    public ActivityAttribute(string name) => Name = name;

    /// <summary>Name given, or null for the default.</summary>
    public string? Name { get; }

    /// <summary>Whether this activity takes every type that no other activity takes. Its only parameter is then <c>IRawValue[]</c>.</summary>
    public bool Dynamic { get; set; }
}
