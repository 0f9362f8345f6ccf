namespace Temporalio.Converters;

/// <summary>A value that was neither decoded nor converted yet.</summary>
public interface IEncodedRawValue : IRawValue
{
    /// <summary>Decodes and converts it.</summary>
    Task<T> ToValueAsync<T>();

    /// <summary>Decodes and converts it to a type that is known when it runs.</summary>
    /// <param name="type">The type.</param>
    Task<object?> ToValueAsync(Type type);
}
