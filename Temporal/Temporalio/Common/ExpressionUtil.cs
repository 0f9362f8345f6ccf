using System.Linq.Expressions;
using System.Reflection;

namespace Temporalio.Common;

/// <summary>Reads which method a lambda calls, and with what.</summary>
internal static class ExpressionUtil
{
    /// <summary>Method and evaluated arguments of <c>() => Static(args)</c> or <c>x => x.Method(args)</c>.</summary>
    /// <exception cref="ArgumentException">The lambda is not a single method call of that form.</exception>
    public static (MethodInfo Method, IReadOnlyCollection<object?> Args) ExtractCall(
        LambdaExpression lambda, bool errorSaysPropertyAccepted = false)
    {
        if (lambda.Body is not MethodCallExpression call)
        {
            throw new ArgumentException(
                "Expression must be a single method call" + (errorSaysPropertyAccepted ? " or property access." : "."), nameof(lambda));
        }

        if (call.Object == null && lambda.Parameters.Count > 0)
        {
            throw new ArgumentException($"The static method {call.Method.Name} must be called by a lambda without parameter.", nameof(lambda));
        }

        if (call.Object != null && (lambda.Parameters.Count != 1 || call.Object != lambda.Parameters[0]))
        {
            throw new ArgumentException(
                $"The method {call.Method.Name} must be called on the single parameter of the lambda, as in x => x.{call.Method.Name}(…).",
                nameof(lambda));
        }

        return (MostDerived(call), call.Arguments.Select(Evaluate).ToArray());
    }

    /// <summary>The property or field of <c>x => x.Member</c>, else null.</summary>
    public static MemberInfo? ExtractMemberAccess(LambdaExpression lambda) => (lambda.Body as MemberExpression)?.Member;

    // The compiler names the declaring type's method; attributes stand on the one of the type that the lambda is about.
    private static MethodInfo MostDerived(MethodCallExpression call)
    {
        var method = call.Method;
        if (call.Object is null || method.IsGenericMethod || method.ReflectedType == call.Object.Type)
        {
            return method;
        }

        var parameters = Array.ConvertAll(method.GetParameters(), p => p.ParameterType);
        return call.Object.Type.GetMethod(method.Name, BindingFlags.Public | BindingFlags.Instance, null, parameters, null) ?? method;
    }

    private static object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        // A captured variable: by far the most common case, and reading the field is far cheaper than compiling.
        MemberExpression { Member: FieldInfo field, Expression: ConstantExpression closure } => field.GetValue(closure.Value),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };
}
